/** What is learned: learners that predict, learn from batches, and give and take their state. */
package dev.convoy.learning;
