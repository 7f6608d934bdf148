/** Learners over Deeplearning4j networks; the only package that sees DL4J and ND4J. */
package dev.convoy.learning.dl4j;
