package io.cellmonitor.bench;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;

/** Whether PostgreSQL's consumer group is behind the log. */
record Backlog(Redis redis) {

    private static final String GROUP = "relational";

    /** Waits until everything is stored. */
    void awaitNone(Duration limit) {
        Await.until("everything stored", limit, this::isNone);
    }

    /** By ids: Redis's own count of the lag is lost when entries that were never read are trimmed, as those of the paused stores are. */
    private boolean isNone() {
        Response stream = redis.send(Command.XINFO, "STREAM", Redis.LOG);
        for (Response group : redis.send(Command.XINFO, "GROUPS", Redis.LOG)) {
            if (group.get("name").toString().equals(GROUP)) {
                return group.get("pending").toLong() == 0
                        && (stream.get("length").toLong() == 0
                                || group.get("last-delivered-id")
                                        .toString()
                                        .equals(stream.get("last-generated-id").toString()));
            }
        }
        return false;
    }
}
