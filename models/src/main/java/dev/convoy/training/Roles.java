package dev.convoy.training;

import java.util.List;

/**
 * What the columns of a recorded file are for.
 *
 * @param label the class of a row
 * @param groups the columns whose values together name a trip; without any, every row stands alone
 * @param also further columns to learn from
 */
public record Roles(String label, List<String> groups, List<String> also) {
    public Roles {
        groups = List.copyOf(groups);
        also = List.copyOf(also);
        if (label.isBlank()) {
            throw new IllegalArgumentException("the label's column needs a name");
        }
        if (also.contains(label)) {
            throw new IllegalArgumentException("the label cannot be learned from: " + label);
        }
    }
}
