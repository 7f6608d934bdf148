/**
 * Merges the nodes' updates into versions of the global model: when (trigger), which and how much (staleness policy,
 * weighting), and how (strategy). The four choices are independent of one another.
 */
package dev.convoy.aggregator;
