/** Draws from distributions. */
package dev.convoy.sampling;
