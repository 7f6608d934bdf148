package dev.convoy.edgenode;

/**
 * What the aggregator may ask of a node.
 *
 * @param betweenInstants whether it may ask for an update at any decision point
 * @param byInvitation whether the node sends on invitation only
 */
public record Requested(boolean betweenInstants, boolean byInvitation) {
    public static final Requested NOTHING = new Requested(false, false);
}
