package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** What {@code XINFO STREAM} says of the log; the fields of 6.2 only. */
final class StreamInfo {

    private StreamInfo() {}

    static Request request() {
        return Request.cmd(Command.XINFO).arg("STREAM").arg(LogLayout.LOG);
    }

    static StreamId lastGenerated(Response info) {
        return StreamId.parse(info.get("last-generated-id").toString());
    }

    static boolean isNoSuchKey(Throwable failure) {
        return RedisErrors.is(failure, "no such key");
    }
}
