/** Forests of decision trees, as they predict and as they are exchanged. */
package dev.convoy.learning.forest;
