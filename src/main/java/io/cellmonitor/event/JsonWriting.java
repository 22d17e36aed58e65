package io.cellmonitor.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the values of {@link JsonValues} as JSON. */
final class JsonWriting {

    /** Something that writes one JSON value. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonWriting() {}

    /** The JSON, in UTF-8. */
    static byte[] bytes(Content content) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512)) {
            try (JsonGenerator json = JsonValues.FACTORY.createGenerator(bytes)) {
                content.writeTo(json);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How many bytes of UTF-8 the value takes as JSON. */
    static int length(Map<String, @Nullable Object> members) {
        return members.isEmpty() ? 2 : bytes(json -> value(json, members)).length;
    }

    static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Double number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.longValue());
            case List<?> elements -> {
                json.writeStartArray();
                for (Object element : elements) {
                    value(json, element);
                }
                json.writeEndArray();
            }
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.writeFieldName((String) member.getKey());
                    value(json, member.getValue());
                }
                json.writeEndObject();
            }
            default -> throw new IOException("no JSON value");
        }
    }
}
