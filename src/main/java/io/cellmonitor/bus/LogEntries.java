package io.cellmonitor.bus;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Events to commands, and replies back to events. */
final class LogEntries {

    private static final Logger LOGGER = Logger.getLogger(LogEntries.class);

    private LogEntries() {}

    /** {@code XADD} of the event, at the place that Redis gives it. */
    static Request append(UnloggedEvent event) {
        Request append = Request.cmd(Command.XADD)
                .arg(LogLayout.LOG)
                .arg("*")
                .arg(LogLayout.ENVELOPE)
                .arg(EnvelopeCodec.encode(event.envelope()))
                .arg(LogLayout.SEALED)
                .arg(event.sealed())
                .arg(LogLayout.SEALED_NAME)
                .arg(event.sealedName());
        String traceparent = event.traceparent();
        return traceparent == null ? append : append.arg(LogLayout.TRACEPARENT).arg(traceparent);
    }

    /** The entries of an {@code XRANGE} reply; what cannot be read is left out and said in the log file. */
    static List<LoggedEvent> readable(@Nullable Response entries) {
        List<LoggedEvent> events = new ArrayList<>();
        if (entries == null) {
            return events;
        }
        for (Response entry : entries) {
            try {
                events.add(read(entry));
            } catch (IOException e) {
                LOGGER.warnf("entry %s of the log cannot be read: %s", entry.get(0), e.getMessage());
            }
        }
        return events;
    }

    /** The entries of this one stream in an {@code XREAD} or {@code XREADGROUP} reply (RESP3: a map); null when there are none. */
    static @Nullable Response ofStream(@Nullable Response reply) {
        return reply == null ? null : reply.get(LogLayout.LOG);
    }

    static StreamId id(Response entry) {
        return StreamId.parse(entry.get(0).toString());
    }

    /** True for a pending entry whose data is no longer in the stream. */
    static boolean isGone(Response entry) {
        return entry.get(1) == null || entry.get(1).size() == 0;
    }

    /** Throws {@link IOException} for what is no event of ours, or lies where no store could keep it. */
    static LoggedEvent read(Response entry) throws IOException {
        StreamId id = id(entry);
        if (!id.fitsBigint()) {
            throw new IOException("not an event: its place is beyond what stores can keep");
        }
        byte[] envelope = null;
        byte[] sealed = new byte[0];
        byte[] sealedName = new byte[0];
        String traceparent = null;
        Response fields = entry.get(1);
        for (int i = 0; fields != null && i + 1 < fields.size(); i += 2) {
            byte[] name = fields.get(i).toBytes();
            byte[] value = fields.get(i + 1).toBytes();
            if (Arrays.equals(name, LogLayout.ENVELOPE)) {
                envelope = value;
            } else if (Arrays.equals(name, LogLayout.SEALED)) {
                sealed = value;
            } else if (Arrays.equals(name, LogLayout.SEALED_NAME)) {
                sealedName = value;
            } else if (Arrays.equals(name, LogLayout.TRACEPARENT)) {
                traceparent = new String(value, StandardCharsets.US_ASCII);
            }
        }
        if (envelope == null) {
            throw new IOException("not an event: no envelope");
        }
        Envelope decoded = EnvelopeCodec.decode(envelope);
        return new LoggedEvent(id, decoded, sealed, sealedName, traceparent);
    }
}
