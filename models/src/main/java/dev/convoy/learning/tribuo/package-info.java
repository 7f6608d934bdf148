/** Learners of Tribuo that are trained once on a whole table; with {@code evaluation.tribuo} all that sees Tribuo. */
package dev.convoy.learning.tribuo;
