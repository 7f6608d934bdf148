/**
 * What the papers promise of the aggregator, held against it over random seeds; a failure names its seed. The oracles
 * are written here a second time, plainly, or are another strategy that must agree.
 *
 * <ul>
 *   <li>Staleness weights are those of FedAsync and FedBuff and of no other system; they lie in (0, 1], are 1 when fresh
 *       and never rise: {@link dev.convoy.aggregator.conformance.StalenessWeightConformanceTest}.
 *   <li>A limit of 0 with all nodes in step, a buffer of all nodes' fresh updates, and slots for all nodes are synchronous
 *       federated averaging: {@link dev.convoy.aggregator.conformance.SynchronousConformanceTest}.
 *   <li>A fresh update is taken as it is; a stale one follows FedBuff's law or FedAsync's, which differ:
 *       {@link dev.convoy.aggregator.conformance.UpdateLawConformanceTest}.
 *   <li>The order of arrival within a buffer does not matter, whatever the strategy:
 *       {@link dev.convoy.aggregator.conformance.ArrivalOrderConformanceTest}.
 *   <li>CA2FL with equal caches is FedAvg; FedStale lies between FedAvg and CA2FL:
 *       {@link dev.convoy.aggregator.conformance.CachedConformanceTest}.
 *   <li>Median and trimmed mean survive one liar of four, Krum its share of liars among enough nodes, and clipping bounds
 *       what one node can do; means survive nobody:
 *       {@link dev.convoy.aggregator.conformance.RobustConformanceTest}.
 *   <li>One node without delay learns online, as if alone: OnlineLearningTest of the experiments, where nodes are there too.
 * </ul>
 */
package dev.convoy.aggregator.conformance;
