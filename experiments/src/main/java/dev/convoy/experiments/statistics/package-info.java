/** What repeated runs allow to say: estimates with intervals, paired differences, and corrections for many comparisons. */
package dev.convoy.experiments.statistics;
