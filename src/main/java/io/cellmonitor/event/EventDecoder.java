package io.cellmonitor.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import io.cellmonitor.event.Decoding.Item;
import io.cellmonitor.event.Decoding.NotJson;
import io.cellmonitor.event.Decoding.Rejected;
import io.cellmonitor.event.Decoding.TooMany;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies in every dialect: an event or an array of 1 to 500. Mends what can be mended, rejects single events that cannot,
 * each by itself. Stateless, safe from any thread; never throws because of what is in a body.
 */
public final class EventDecoder {

    /** The most events that one body may bring. */
    public static final int MOST_EVENTS = 500;

    private EventDecoder() {}

    /** Decodes a body; {@code now} is the application's clock, by which eventTimes are believed or dropped. */
    public static Decoding decode(byte[] body, ClassRule classRule, Instant now) {
        // Parser messages quote the body, so they go no further than this.
        try (JsonParser parser = JsonValues.FACTORY.createParser(body)) {
            boolean single = parser.nextToken() != JsonToken.START_ARRAY;
            List<Item> items = new ArrayList<>();
            if (single) {
                items.add(item(0, JsonValues.read(parser), classRule, now));
            } else {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (items.size() == MOST_EVENTS) {
                        return new TooMany(MOST_EVENTS);
                    }
                    items.add(item(items.size(), JsonValues.read(parser), classRule, now));
                }
            }
            return parser.nextToken() == null ? new Decoded(single, List.copyOf(items)) : new NotJson();
        } catch (IOException malformed) {
            return new NotJson();
        }
    }

    private static Item item(int index, @Nullable Object value, ClassRule classRule, Instant now) {
        if (!(value instanceof Map<?, ?> members)) {
            return rejected(index, "event", "event is not an object", "a JSON object");
        }
        Fields fields = Fields.of(members);
        Object type = fields.get("eventType");
        if (type == null) {
            return rejected(index, "eventType", "eventType is missing", "[a-z][a-z0-9_]{0,63}");
        }
        if (!(type instanceof String sent) || !EventTypes.isWellFormed(sent)) {
            return rejected(index, "eventType", "eventType is malformed", "[a-z][a-z0-9_]{0,63}");
        }
        if (EventTypes.isOursAlone(sent)) {
            return rejected(
                    index,
                    "eventType",
                    "eventType is one that senders may not send",
                    "any but help_claimed, help_on_my_way, help_released, help_resolved, hint_sent");
        }
        return switch (classRule.choose(classId(fields))) {
            case ClassRule.Refused refused -> new Rejected(index, refused.rejection());
            case ClassRule.Covered covered -> {
                LearningEvent event = EventMending.mend(EventTypes.ourSpelling(sent), fields, covered.zone(), now);
                yield new Accepted(index, event, covered.classId());
            }
        };
    }

    private static @Nullable String classId(Fields fields) {
        Object classId = fields.get("classId");
        return classId == null || classId instanceof String ? (String) classId : "";
    }

    private static Rejected rejected(int index, String field, String reason, String limit) {
        return new Rejected(index, new Rejection(field, reason, limit));
    }
}
