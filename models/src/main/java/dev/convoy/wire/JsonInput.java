package dev.convoy.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.convoy.wire.MalformedException.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads one value of a given kind, and refuses every other. */
final class JsonInput {
    private static final Set<String> NON_FINITE_WORDS = Set.of("NaN", "Infinity", "+Infinity", "-Infinity");

    private final JsonParser json;

    /** The parser must allow non-numeric numbers, so that they are told from bytes that are no JSON at all. */
    JsonInput(JsonParser json) {
        this.json = json;
    }

    /** The parser stands on the value's first token. */
    Object value(String key, JsonKind kind) throws IOException, MalformedException {
        switch (kind) {
            case NAME:
                return name(key);
            case TEXT:
                return text(key);
            case INTEGER:
                return integer(key, kind);
            case COUNT:
                return count(key, kind);
            case NUMBER:
                return number(key, kind);
            case FLAG:
                return flag(key);
            case NUMBERS:
                return numbers(key);
            case COUNTS:
                return counts(key);
            case TEXTS:
                return texts(key);
        }
        throw new AssertionError(kind);
    }

    private String name(String key) throws IOException, MalformedException {
        String text = text(key);
        if (!JsonLimits.isName(text)) {
            throw wrong(key, JsonKind.NAME, text);
        }
        return text;
    }

    private String text(String key) throws IOException, MalformedException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(key, JsonKind.TEXT);
        }
        String text = json.getText();
        if (text.length() > JsonLimits.LONGEST_TEXT) {
            throw new MalformedException(
                    Reason.TOO_LARGE,
                    key + " has more than " + JsonLimits.LONGEST_TEXT + " characters: " + text.length());
        }
        return text;
    }

    private long integer(String key, JsonKind kind) throws IOException, MalformedException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            refuseNonFinite(key);
            throw wrong(key, kind);
        }
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw wrong(key, kind, json.getText());
        }
        return json.getLongValue();
    }

    private long count(String key, JsonKind kind) throws IOException, MalformedException {
        long value = integer(key, kind);
        if (value < 0) {
            throw wrong(key, kind, String.valueOf(value));
        }
        return value;
    }

    private double number(String key, JsonKind kind) throws IOException, MalformedException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            double value = json.getDoubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        } else if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = DecimalText.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        refuseNonFinite(key);
        if (!json.currentToken().isNumeric()) {
            throw wrong(key, kind);
        }
        return json.getDoubleValue();
    }

    private boolean flag(String key) throws IOException, MalformedException {
        if (!json.currentToken().isBoolean()) {
            throw wrong(key, JsonKind.FLAG);
        }
        return json.getBooleanValue();
    }

    private double[] numbers(String key) throws IOException, MalformedException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(key, JsonKind.NUMBERS);
        }
        double[] values = new double[4];
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireFew(key, count);
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = number(key, JsonKind.NUMBERS);
        }
        return Arrays.copyOf(values, count);
    }

    private Map<String, Long> counts(String key) throws IOException, MalformedException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(key, JsonKind.COUNTS);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            requireFew(key, counts.size());
            json.nextToken();
            if (counts.put(name, count(key, JsonKind.COUNTS)) != null) {
                throw new MalformedException(Reason.WRONG_SHAPE, key + " has " + name + " twice");
            }
        }
        return counts;
    }

    private Map<String, String> texts(String key) throws IOException, MalformedException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(key, JsonKind.TEXTS);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            requireFew(key, texts.size());
            json.nextToken();
            if (texts.put(name, text(key)) != null) {
                throw new MalformedException(Reason.WRONG_SHAPE, key + " has " + name + " twice");
            }
        }
        return texts;
    }

    private static void requireFew(String key, int count) throws MalformedException {
        if (count == JsonLimits.MOST_ELEMENTS) {
            throw new MalformedException(
                    Reason.TOO_LARGE, key + " has more than " + JsonLimits.MOST_ELEMENTS + " elements");
        }
    }

    private void refuseNonFinite(String key) throws IOException, MalformedException {
        boolean nonFinite = json.currentToken().isNumeric()
                ? !Double.isFinite(json.getDoubleValue())
                : json.currentToken() == JsonToken.VALUE_STRING && NON_FINITE_WORDS.contains(json.getText());
        if (nonFinite) {
            throw new MalformedException(Reason.NON_FINITE, key + " is not finite: " + json.getText());
        }
    }

    private MalformedException wrong(String key, JsonKind kind) throws IOException {
        return wrong(key, kind, json.getText());
    }

    private static MalformedException wrong(String key, JsonKind kind, String found) {
        return new MalformedException(Reason.WRONG_SHAPE, key + " must be " + kind.description() + ": " + found);
    }
}
