package io.cellmonitor.bench;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;

/** How far PostgreSQL's consumer group is behind the log. */
record Backlog(Redis redis) {

    private static final String GROUP = "relational";

    /** Entries that are not stored. */
    long entries() {
        for (Response group : redis.send(Command.XINFO, "GROUPS", Redis.LOG)) {
            if (group.get("name").toString().equals(GROUP)) {
                Response lag = group.get("lag");
                return (lag == null ? Long.MAX_VALUE / 2 : lag.toLong())
                        + group.get("pending").toLong();
            }
        }
        return Long.MAX_VALUE;
    }

    /** Waits until everything is stored. */
    void awaitNone(Duration limit) {
        Await.until("everything stored", limit, () -> entries() == 0);
    }
}
