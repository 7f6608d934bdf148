/** Learners over networks in plain Java, which do what DL4J's do in a fraction of the time. */
package dev.convoy.learning.dense;
