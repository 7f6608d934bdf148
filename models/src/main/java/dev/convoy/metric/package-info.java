/** What the actors put on record about themselves: scores, fates of updates, adoptions and ledgers. */
package dev.convoy.metric;
