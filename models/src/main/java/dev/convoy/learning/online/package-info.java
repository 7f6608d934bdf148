/** Learning from a stream of labelled rows: which are kept, and how many steps each new outcome earns. */
package dev.convoy.learning.online;
