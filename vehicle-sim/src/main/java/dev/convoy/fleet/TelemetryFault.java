package dev.convoy.fleet;

import dev.convoy.runtime.Windows;

/**
 * More goes wrong for some time with what is sent to one node.
 *
 * @param node its number
 */
public record TelemetryFault(int node, Windows windows, Impairment impairment) {}
