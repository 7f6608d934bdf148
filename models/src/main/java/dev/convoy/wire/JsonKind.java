package dev.convoy.wire;

/** The kinds of value a key of a flat JSON message can have. */
enum JsonKind {
    /** Letters, digits, '-', '_' and '.', at most {@link JsonLimits#LONGEST_NAME} of them. */
    NAME("a name"),
    /** At most {@link JsonLimits#LONGEST_TEXT} characters. */
    TEXT("text"),
    INTEGER("an integer"),
    /** An integer from 0. */
    COUNT("an integer from 0"),
    NUMBER("a number"),
    FLAG("true or false"),
    /** An array of numbers. */
    NUMBERS("an array of numbers"),
    /** An object whose values are integers from 0. */
    COUNTS("an object of integers from 0"),
    /** An object whose values are texts. */
    TEXTS("an object of texts");

    private final String description;

    JsonKind(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
