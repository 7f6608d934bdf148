/** Many runs of one experiment file, and what they say together: treatments compared on the same seeds. */
package dev.convoy.experiments.sweep;
