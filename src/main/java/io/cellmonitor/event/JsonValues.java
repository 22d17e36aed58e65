package io.cellmonitor.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: String, Long, Double, Boolean, null, List, Map. A number too large for a long is a Double, an infinite one if it is
 * too large for that; it costs no more than its length. What is nested deeper than any event may be is {@link #TOO_DEEP}, skipped without
 * recursion.
 */
final class JsonValues {

    /** Stands for an object or array below the deepest level that is read. */
    static final Object TOO_DEEP = new Object();

    /** The event, {@code data}, and in it metadata of depth 5: one more shows that it is too deep. */
    private static final int DEEPEST = 8;

    private static final int LONGEST_SAFE_LONG = 18;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Jackson 2.21's byte parser refuses every escaped surrogate in a name, even a whole pair; without the
            // table of names
            // it reads characters and takes them. Nor can a body then fill or collide the table.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonValues() {}

    /** Reads the value at the parser's current token. */
    static @Nullable Object read(JsonParser parser) throws IOException {
        return read(parser, 1);
    }

    private static @Nullable Object read(JsonParser parser, int level) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no value");
        }
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            case VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getText());
            case START_OBJECT -> level > DEEPEST ? skipped(parser) : object(parser, level);
            case START_ARRAY -> level > DEEPEST ? skipped(parser) : array(parser, level);
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("no value");
        };
    }

    private static Object wholeNumber(JsonParser parser) throws IOException {
        if (parser.getTextLength() <= LONGEST_SAFE_LONG) {
            return parser.getLongValue();
        }
        String digits = parser.getText();
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException tooLarge) {
            return Double.valueOf(digits);
        }
    }

    private static Object skipped(JsonParser parser) throws IOException {
        parser.skipChildren();
        return TOO_DEEP;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, int level) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.put(name, read(parser, level + 1));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser, int level) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser, level + 1));
        }
        return elements;
    }
}
