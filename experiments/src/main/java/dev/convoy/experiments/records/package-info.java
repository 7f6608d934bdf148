/**
 * What a run leaves: the tables it is recorded in, the ledger that must close over them, their digest, and the checks
 * that read them again.
 */
package dev.convoy.experiments.records;
