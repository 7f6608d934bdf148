package dev.convoy.edgenode;

import dev.convoy.detection.DetectorKind;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.online.TrainingPlan;
import java.util.Optional;

/**
 * The settings of one edge node in one run.
 *
 * @param use what it does with labelled rows
 * @param sync which of the schedule's exchanges it makes use of
 * @param requested what the aggregator may ask of it
 * @param content what its updates hold; empty where it stays alone and never exchanges
 * @param pendingRows predicted rows that wait for their label
 * @param detector of drift in the errors of its decisions
 * @param faults in what it sends; when it is down or slow is the schedule's
 * @param copies whether telemetry may come twice
 */
public record EdgeNodeSettings(
        Schedule schedule,
        TrainingPlan training,
        DataUse use,
        SyncPolicy sync,
        Requested requested,
        Adopt adopt,
        Optional<Content> content,
        int pendingRows,
        Optional<DetectorKind> detector,
        NodeFaults faults,
        boolean copies) {}
