/** The simulated world beside figures that others measured: drive cycles, range in cold and heat, spread and season. */
package dev.convoy.validation;
