package io.cellmonitor.event;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON Schema of an event that the application ships. */
final class EventSchema {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(EventSchema.class.getResourceAsStream("/event/learning-event.schema.json"));

    private EventSchema() {}

    /** What the schema has against the JSON; empty when it fits. */
    static List<String> faults(byte[] json) {
        return SCHEMA.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getType())
                .toList();
    }
}
