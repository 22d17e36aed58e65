package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/** A store that is configured no longer leaves no group behind: nobody would read it, and its lag would be told for ever. */
@Singleton
final class RetiredGroups {

    /** Groups of stores that need not be configured. */
    private static final Set<String> OPTIONAL = Set.of("timeseries");

    private final Set<String> configured;

    @Inject
    RetiredGroups(Instance<EventSubscriber> subscribers) {
        this(subscribers.stream().map(EventSubscriber::group).collect(Collectors.toUnmodifiableSet()));
    }

    RetiredGroups(Set<String> configured) {
        this.configured = configured;
    }

    void remove(RedisLine line) {
        for (String group : OPTIONAL) {
            if (!configured.contains(group)) {
                remove(line, group);
            }
        }
    }

    private static void remove(RedisLine line, String group) {
        try {
            line.send(Request.cmd(Command.XGROUP)
                    .arg("DESTROY")
                    .arg(LogLayout.LOG)
                    .arg(group));
        } catch (RedisFailure noLogYet) {
            if (!RedisErrors.is(noLogYet, "requires the key to exist")) {
                throw noLogYet;
            }
        }
    }
}
