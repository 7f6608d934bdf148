/** The report on classes as Tribuo's evaluation gives it; with {@code learning.tribuo} all that sees Tribuo. */
package dev.convoy.evaluation.tribuo;
