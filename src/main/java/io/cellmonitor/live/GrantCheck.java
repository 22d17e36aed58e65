package io.cellmonitor.live;

import io.cellmonitor.access.SessionGrants;
import io.cellmonitor.access.SignInSessions;
import io.cellmonitor.recurrence.Recurring;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Closes the sockets of those who may no longer see their class: the session was ended here or on another instance, or is too old; the person
 * left the class. One query each five seconds for all sockets, so it is seen within ten; while PostgreSQL is away who is in stays in.
 */
@ApplicationScoped
class GrantCheck {

    private static final Logger LOGGER = Logger.getLogger(GrantCheck.class);

    private final LiveHub hub;
    private final SessionGrants grants;
    private final SignInSessions sessions;

    GrantCheck(LiveHub hub, SessionGrants grants, SignInSessions sessions) {
        this.hub = hub;
        this.grants = grants;
        this.sessions = sessions;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofSeconds(5), Duration.ofSeconds(5), this::check);
    }

    Uni<Void> check() {
        List<LivePlace> places = hub.viewers().places();
        Set<UUID> asked = places.stream().map(LivePlace::session).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return grants.of(asked)
                .invoke(found -> places.forEach(place -> closeUnlessGranted(place, found)))
                .onFailure()
                .invoke(failure -> LOGGER.warnf(
                        "who may see what is not known now: %s",
                        failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void closeUnlessGranted(LivePlace place, Map<UUID, Set<UUID>> found) {
        Set<UUID> classes = found.get(place.session());
        if (classes == null) {
            close(place, Farewell.SIGNED_OUT);
        } else if (!classes.contains(place.classId())) {
            close(place, Farewell.REVOKED);
        }
    }

    private void close(LivePlace place, Farewell farewell) {
        sessions.forget(place.user());
        hub.close(place, farewell);
    }
}
