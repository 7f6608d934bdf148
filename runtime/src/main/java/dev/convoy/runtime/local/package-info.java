/** The local engine: all actors in one JVM, on as many threads as there are cores, messages passed as objects. */
package dev.convoy.runtime.local;
