/** An edge node: it predicts, scores, trains and exchanges models, one actor per learning site. */
package dev.convoy.edgenode;
