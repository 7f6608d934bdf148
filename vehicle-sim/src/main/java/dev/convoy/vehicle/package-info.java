/** The physics of an electric car: the table of models, what driving and comfort take, and what charging gives. */
package dev.convoy.vehicle;
