/** Any labelled stream of rows in place of the simulated vehicles: what is in its files, and the actor that sends them. */
package dev.convoy.replay;
