package io.cellmonitor.bus;

import io.cellmonitor.event.EventTypes;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Which channels somebody listens to now, by name or by pattern. Safe from any thread. */
final class ChannelSubscribers {

    private static final long LIMIT_MS = 2_000;

    private final Redis redis;

    ChannelSubscribers(Redis redis) {
        this.redis = redis;
    }

    /** All channels where Redis does not tell; never fails. */
    Future<Set<String>> listenedTo() {
        Request byName = Request.cmd(Command.PUBSUB).arg("NUMSUB");
        EventTypes.CHANNEL_NAMES.forEach(byName::arg);
        Request byPattern = Request.cmd(Command.PUBSUB).arg("NUMPAT");
        return redis.batch(List.of(byName, byPattern))
                .timeout(LIMIT_MS, TimeUnit.MILLISECONDS)
                .map(replies -> listenedTo(replies.get(0), replies.get(1)))
                .recover(unknown -> Future.succeededFuture(EventTypes.CHANNEL_NAMES));
    }

    private static Set<String> listenedTo(Response byName, Response byPattern) {
        if (byPattern.toLong() > 0) {
            return EventTypes.CHANNEL_NAMES;
        }
        Set<String> channels = new HashSet<>();
        for (int i = 0; i + 1 < byName.size(); i += 2) {
            if (byName.get(i + 1).toLong() > 0) {
                channels.add(byName.get(i).toString());
            }
        }
        return channels;
    }
}
