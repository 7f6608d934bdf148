/** What vehicles say: telemetry records with their schema, and the outcomes that label them later. */
package dev.convoy.telemetry;
