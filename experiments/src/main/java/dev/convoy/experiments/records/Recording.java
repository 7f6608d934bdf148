package dev.convoy.experiments.records;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was written of a run, for its manifest.
 *
 * @param files the SHA-256 of each table and model file, by its name in the run's directory
 */
public record Recording(String digest, Manifest.Counts counts, Ledger ledger, SortedMap<String, String> files) {
    public Recording {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
