/** The road and what happens on it: corridor, elevation, weather, traffic, and their drift; pure functions of the seed. */
package dev.convoy.world;
