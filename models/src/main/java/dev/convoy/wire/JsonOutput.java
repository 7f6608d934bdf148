package dev.convoy.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Writes the keys of one flat JSON object; what is empty is left out. */
final class JsonOutput {
    private final JsonGenerator json;
    private final DecimalText text = new DecimalText();

    JsonOutput(JsonGenerator json) {
        this.json = json;
    }

    void name(String key, String value) throws IOException {
        if (!JsonLimits.isName(value)) {
            throw new IllegalArgumentException(key + " must be a name of at most " + JsonLimits.LONGEST_NAME
                    + " letters, digits, '-', '_' and '.': " + value);
        }
        json.writeStringField(key, value);
    }

    void text(String key, String value) throws IOException {
        if (value.length() > JsonLimits.LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    key + " has at most " + JsonLimits.LONGEST_TEXT + " characters: " + value.length());
        }
        json.writeStringField(key, value);
    }

    void integer(String key, long value) throws IOException {
        json.writeNumberField(key, value);
    }

    void integer(String key, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.getAsInt());
        }
    }

    void integer(String key, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.getAsLong());
        }
    }

    void number(String key, double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " must be finite: " + value);
        }
        json.writeNumberField(key, value);
    }

    /** Written with fixed decimals where that is exactly the value, as it is where it was quantised to them. */
    void number(SerializableString key, double value, int decimals) throws IOException {
        json.writeFieldName(key);
        if (!text.format(value, decimals)) {
            json.writeNumber(value);
        } else {
            json.writeNumber(text.characters(), 0, text.length());
        }
    }

    void number(String key, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(key, value.getAsDouble());
        }
    }

    void flag(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
    }

    void numbers(String key, double[] values) throws IOException {
        json.writeFieldName(key);
        json.writeArray(values, 0, values.length);
    }

    void counts(String key, Map<String, Long> values) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, Long> entry : values.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    void texts(String key, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            text(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
