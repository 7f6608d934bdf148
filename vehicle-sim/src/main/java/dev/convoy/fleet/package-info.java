/** The fleet: vehicles that travel, charge, rest and report without end, and the labels that follow from what they used. */
package dev.convoy.fleet;
