package io.cellmonitor.bus;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.UnloggedEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events to send. */
final class Events {

    static final UUID CLASS = UUID.fromString("7c2b3c2e-0000-4000-8000-000000000001");
    static final UUID STUDENT = UUID.fromString("7c2b3c2e-0000-4000-8000-000000000002");

    private Events() {}

    static UnloggedEvent run(String eventId) {
        return of(eventId, "cell_executed");
    }

    static UnloggedEvent of(String eventId, String type) {
        Envelope envelope = new Envelope(
                CLASS,
                STUDENT,
                "ab12",
                eventId,
                type,
                null,
                null,
                null,
                "lesson/1.ipynb",
                "s-1",
                "c-1",
                3,
                "code",
                7,
                12L,
                type.equals("cell_error"),
                type.equals("cell_error") ? "NameError" : null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new UnloggedEvent(
                envelope, ("sealed " + eventId).getBytes(StandardCharsets.UTF_8), new byte[] {1, 0, -1});
    }

    /** Writes a run at a place of our choice, as no application does. */
    static void writeAt(Bus bus, String place, String eventId) {
        Buffer envelope = Buffer.buffer(EnvelopeCodec.encode(run(eventId).envelope()));
        bus.redis(Command.XADD, LogLayout.LOG, place, "e", envelope, "s", "", "n", "");
    }

    static List<UnloggedEvent> runs(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> run(prefix + "-" + i)).toList();
    }

    static List<String> ids(List<LoggedEvent> events) {
        return events.stream().map(event -> event.envelope().eventId()).toList();
    }

    static List<String> sentIds(List<UnloggedEvent> events) {
        return events.stream().map(event -> event.envelope().eventId()).toList();
    }
}
