package io.cellmonitor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cellmonitor.recurrence.Recurring;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in sessions. What was read is held for ten seconds, so that a request costs no query each time, and stays valid while PostgreSQL is
 * away: who is in stays in, for the screens go on then too.
 *
 * <p>Caffeine finds the class of a cache's entries by a name that it puts together, so the native program must be told of it; the framework tells
 * it of others, but not of the one for caches with a size whose entries are forgotten when they are not asked for.
 */
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
@ApplicationScoped
public class SignInSessions {

    /** A session that is not used ends after this time. */
    static final Duration IDLE = Duration.ofHours(12);

    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Held(SignedIn signedIn, Instant readAt) {
        /** Whichever way a clock jumps, it is read again. */
        boolean isFresh(Instant now) {
            return Duration.between(readAt, now).abs().compareTo(FRESH) < 0;
        }
    }

    private final SignInSessionStore store;
    private final Event<SignedOut> signedOut;
    private final Cache<String, Held> held = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final Map<String, Uni<Optional<SignedIn>>> reading = new ConcurrentHashMap<>();

    SignInSessions(SignInSessionStore store, Event<SignedOut> signedOut) {
        this.store = store;
        this.signedOut = signedOut;
    }

    /** Opens a session; the secret is the cookie's value. */
    Uni<Secret> open(UUID user) {
        Secret token = Secret.random("");
        return store.insert(token, user, IDLE).replaceWith(token);
    }

    /** Whose session it is; empty when there is none or it has ended. */
    Uni<Optional<SignedIn>> find(Secret token) {
        String hash = token.hexHash();
        Held known = held.getIfPresent(hash);
        if (known != null && known.isFresh(Instant.now())) {
            return Uni.createFrom().item(Optional.of(known.signedIn()));
        }
        return OwnContext.completing(reading.computeIfAbsent(hash, key -> read(token, key, known)));
    }

    /** Once for all who ask meanwhile: the many requests of a screen that comes back must not wait for each other's row lock. */
    private Uni<Optional<SignedIn>> read(Secret token, String hash, @Nullable Held known) {
        return store.touch(token, IDLE)
                .invoke(found -> found.ifPresentOrElse(it -> hold(hash, it), () -> held.invalidate(hash)))
                .onFailure()
                .recoverWithUni(failure -> keep(hash, known, failure))
                .onTermination()
                .invoke(() -> reading.remove(hash))
                .memoize()
                .indefinitely();
    }

    /** Ends the session: at once on this instance, within ten seconds on the others. */
    Uni<Void> end(Secret token, UUID session) {
        return store.delete(token)
                .invoke(() -> held.invalidate(token.hexHash()))
                .invoke(() -> signedOut.fire(new SignedOut(session)));
    }

    /** Reads this person's sessions anew at the next request: what they belong to has changed. */
    public void forget(UUID user) {
        held.asMap().values().removeIf(it -> it.signedIn().user().equals(user));
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofHours(1), Duration.ofHours(1), this::sweep);
    }

    Uni<Void> sweep() {
        return store.deleteEnded().onFailure().recoverWithNull();
    }

    private void hold(String hash, SignedIn signedIn) {
        held.put(hash, new Held(signedIn, Instant.now()));
    }

    private Uni<Optional<SignedIn>> keep(String hash, @Nullable Held known, Throwable failure) {
        if (known == null || known.signedIn().expires().isBefore(Instant.now())) {
            return Uni.createFrom().failure(failure);
        }
        hold(hash, known.signedIn());
        return Uni.createFrom().item(Optional.of(known.signedIn()));
    }
}
