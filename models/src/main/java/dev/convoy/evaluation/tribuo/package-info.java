/** The report on classes as Tribuo's evaluation gives it; no other package sees Tribuo. */
package dev.convoy.evaluation.tribuo;
