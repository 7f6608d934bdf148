package dev.convoy.fleet;

/**
 * What chance follows from.
 *
 * @param legs for what is particular to each stretch of road and cannot be known beforehand
 */
record Seeds(long world, long legs) {}
