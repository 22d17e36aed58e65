package io.cellmonitor.ingest;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.Sender;
import io.cellmonitor.bus.LogUnavailable;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The course of every request that brings events, up to where they go. */
@Singleton
final class EventRequests {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final EventIntake intake;
    private final InFlight inFlight;
    private final SendingLimits limits;

    EventRequests(
            ClassDirectory classes,
            SendingLimits limits,
            @ConfigProperty(name = "cell-monitor.ingest.most-requests", defaultValue = "4096") int mostRequests,
            @ConfigProperty(name = "cell-monitor.ingest.most-bytes", defaultValue = "67108864") long mostBytes) {
        this.intake = new EventIntake(classes, InstantSource.system());
        this.limits = limits;
        this.inFlight = new InFlight(mostRequests, mostBytes);
    }

    /** Answers a request; what is taken goes to {@code destination}, and the answer waits for that. */
    Uni<Response> answer(
            RoutingContext context,
            @Nullable String contentEncoding,
            SecurityIdentity identity,
            BiFunction<Taken, Sender, Uni<Void>> destination) {
        Sender sender = identity.getAttribute(Sender.ATTRIBUTE);
        return take(context, contentEncoding, sender, destination).map(Answers::received);
    }

    /** What of a request is taken and has reached {@code destination}; fails with the {@link HttpProblem} that answers a refused one. */
    Uni<Taken> take(
            RoutingContext context,
            @Nullable String contentEncoding,
            Sender sender,
            BiFunction<Taken, Sender, Uni<Void>> destination) {
        if (!RequestBody.isJson(context.request().getHeader("Content-Type"))) {
            return Uni.createFrom().failure(Answers.refused(RequestBody.OF_ANOTHER_TYPE));
        }
        byte[] sent = body(context);
        Optional<HttpProblem> tooMany = limits.refusal(sender);
        if (tooMany.isPresent()) {
            return Uni.createFrom().failure(tooMany.get());
        }
        if (!inFlight.enter(sent.length)) {
            return Uni.createFrom().failure(Problem.unavailable("too many events are on their way", SOON));
        }
        return Uni.createFrom()
                .deferred(() -> taken(sent, contentEncoding, sender, destination))
                .onFailure(LogUnavailable.class)
                .transform(failure ->
                        Problem.unavailable("the log cannot take events now", ((LogUnavailable) failure).retryAfter()))
                .onFailure(ClassesNotLoaded.class)
                .transform(failure -> Problem.unavailable("the class is not loaded yet", SOON))
                .onTermination()
                .invoke(() -> inFlight.leave(sent.length));
    }

    private Uni<Taken> taken(
            byte[] sent,
            @Nullable String contentEncoding,
            Sender sender,
            BiFunction<Taken, Sender, Uni<Void>> destination) {
        return switch (RequestBody.of(sent, contentEncoding)) {
            case RequestBody.Unread unread -> Uni.createFrom().failure(Answers.refused(unread));
            case RequestBody.Read read ->
                switch (intake.take(read.content(), sender)) {
                    case Intake.Refused refused -> Uni.createFrom().failure(Answers.refused(refused));
                    case Taken taken ->
                        limits.refusal(sender, taken)
                                .<Uni<Taken>>map(tooMany -> Uni.createFrom().failure(tooMany))
                                .orElseGet(() -> handedOn(taken, sender, destination));
                };
        };
    }

    private Uni<Taken> handedOn(Taken taken, Sender sender, BiFunction<Taken, Sender, Uni<Void>> destination) {
        return destination.apply(taken, sender).map(ignored -> {
            limits.charge(sender, taken);
            return taken;
        });
    }

    /** Read in front of us; empty when there was none. */
    private static byte[] body(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }
}
