/** What edge nodes and the aggregator exchange: updates and global models, and the fate of every update. */
package dev.convoy.exchange;
