package io.cellmonitor.bench;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;

/** How far a consumer group is behind the log. */
record Backlog(Redis redis, String group) {

    /** Waits until everything is stored. */
    void awaitNone(Duration limit) {
        Await.until("everything stored", limit, this::isNone);
    }

    /** Waits until its reader reads on from {@code place}. */
    void awaitReading(String place, Duration limit) {
        Await.until("the reader of " + group, limit, () -> !place().equals(place));
    }

    /** The id of the last entry that its reader has read. */
    String place() {
        return ofGroup().get("last-delivered-id").toString();
    }

    /** By ids: Redis's own count of the lag is lost when entries that were never read are trimmed, as those of a paused reader are. */
    private boolean isNone() {
        Response stream = redis.send(Command.XINFO, "STREAM", Redis.LOG);
        Response found = ofGroup();
        return found.get("pending").toLong() == 0
                && (stream.get("length").toLong() == 0
                        || found.get("last-delivered-id")
                                .toString()
                                .equals(stream.get("last-generated-id").toString()));
    }

    private Response ofGroup() {
        for (Response found : redis.send(Command.XINFO, "GROUPS", Redis.LOG)) {
            if (found.get("name").toString().equals(group)) {
                return found;
            }
        }
        throw new IllegalStateException("there is no group " + group);
    }
}
