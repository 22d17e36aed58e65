package io.cellmonitor.operate;

import io.cellmonitor.bus.EventSubscriber;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.ProblemResponse;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/** {@code POST /q/dead-letters/GROUP/replay} on the management port, which has no sign-in and is kept inside. */
@ApplicationScoped
class DeadLetterRoutes {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

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
            ProblemResponse.send(context, Problem.notFound("No store reads the log by that name."));
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
                                Problem.unavailable(
                                        "The store is away: " + subscriber.get().reason(failure), RETRY_AFTER)));
    }
}
