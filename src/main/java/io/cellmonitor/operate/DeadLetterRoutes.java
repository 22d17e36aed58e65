package io.cellmonitor.operate;

import io.cellmonitor.bus.EventSubscriber;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code POST /q/dead-letters/GROUP/replay} on the management port, which has no sign-in and is kept inside. */
@ApplicationScoped
class DeadLetterRoutes {

    private final DeadLetterReplay replay;

    DeadLetterRoutes(DeadLetterReplay replay) {
        this.replay = replay;
    }

    void register(@Observes ManagementInterface management) {
        management.router().post("/q/dead-letters/:group/replay").handler(this::replay);
    }

    private void replay(RoutingContext context) {
        Optional<EventSubscriber> subscriber = replay.subscriber(context.pathParam("group"));
        if (subscriber.isEmpty()) {
            ProblemResponse.send(context, 404, "Not Found", "No store reads the log by that name.", new JsonObject());
            return;
        }
        replay.replay(subscriber.get())
                .subscribe()
                .with(
                        outcome -> context.json(new JsonObject()
                                .put("group", subscriber.get().group())
                                .put("replayed", outcome.replayed())
                                .put("left", outcome.left())),
                        failure -> ProblemResponse.send(
                                context,
                                503,
                                "Service Unavailable",
                                "The store is away: " + subscriber.get().reason(failure),
                                new JsonObject()));
    }
}
