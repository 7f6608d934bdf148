package dev.convoy.wire;

/** A key of a flat JSON message. */
record JsonKey(String name, JsonKind kind, boolean required) {
    static JsonKey required(String name, JsonKind kind) {
        return new JsonKey(name, kind, true);
    }

    static JsonKey optional(String name, JsonKind kind) {
        return new JsonKey(name, kind, false);
    }
}
