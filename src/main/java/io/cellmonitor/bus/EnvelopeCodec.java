package io.cellmonitor.bus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.StreamId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.List;

/**
 * An envelope as compact JSON: the record's own names, null and empty lists left out, instants as epoch milliseconds, unknown fields
 * ignored, so that a newer writer does not stop an older reader. Safe for use from any thread.
 */
@RegisterForReflection(targets = {Envelope.class, CellRef.class, HelpReference.class, StreamId.class})
final class EnvelopeCodec {

    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Envelope.class);
    private static final ObjectReader READER = MAPPER.readerFor(Envelope.class);

    private EnvelopeCodec() {}

    static byte[] encode(Envelope envelope) {
        try {
            return WRITER.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalArgumentException("the envelope cannot be written as JSON", e);
        }
    }

    /** Throws {@link IOException} when these bytes are no envelope; its message holds nothing of them. */
    static Envelope decode(byte[] json) throws IOException {
        Envelope envelope;
        try {
            envelope = READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IOException("not an envelope: " + e.getClass().getSimpleName());
        }
        if (envelope == null
                || envelope.classId() == null
                || envelope.student() == null
                || envelope.eventId() == null
                || envelope.eventType() == null) {
            throw new IOException("not an envelope: a required field is missing");
        }
        return envelope;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
                .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
        mapper.configOverride(List.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }
}
