package io.cellmonitor.access;

import io.cellmonitor.recurrence.Recurring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The directory of classes, API keys and revoked students in memory. What could not be renewed stays valid; a start while PostgreSQL is away takes the copy in
 * Redis, as soon as that is there.
 */
@ApplicationScoped
public class CachedClassDirectory implements ClassDirectory {

    private static final Logger LOG = Logger.getLogger(CachedClassDirectory.class);

    /** How long a start waits for the copy. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DirectoryReader reader;
    private @Nullable Cancellable restoring;
    private volatile DirectoryContent content = DirectoryContent.EMPTY;

    CachedClassDirectory(DirectoryReader reader) {
        this.reader = reader;
    }

    void onTablesReady(@Observes @Priority(100) TablesReady event) {
        renew().await().atMost(Duration.ofSeconds(30));
    }

    /** After PostgreSQL's first try. */
    void start(@Observes @Priority(100) StartupEvent event) throws InterruptedException {
        if (isLoaded()) {
            return;
        }
        CountDownLatch known = new CountDownLatch(1);
        restoring = restore()
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .withJitter(0.5)
                .indefinitely()
                .subscribe()
                .with(restored -> known.countDown());
        known.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (restoring != null) {
            restoring.cancel();
        }
    }

    /** False until classes and keys were read once: until then nobody can say whether a key is valid. */
    boolean isLoaded() {
        return content != DirectoryContent.EMPTY;
    }

    void recur(@Observes StartupEvent started, Vertx vertx) {
        Recurring.every(vertx, Duration.ofSeconds(30), Duration.ofSeconds(30), this::renew);
    }

    /** Reads everything again; never fails, for the old content stays valid. Also called after a change, so that it is seen at once. */
    public Uni<Void> renew() {
        return reader.fromPostgres()
                .onItem()
                .transformToUni(this::take)
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "Classes and keys not renewed: %s",
                            failure.getClass().getName());
                    return Uni.createFrom().voidItem();
                });
    }

    @Override
    public Optional<MonitoredClass> find(UUID id) {
        return Optional.ofNullable(content.classes().get(id));
    }

    @Override
    public Collection<MonitoredClass> all() {
        return content.classes().values();
    }

    /** The sender that the API key of this hex SHA-256 stands for. */
    Optional<Sender> sender(String hash) {
        return Optional.ofNullable(content.keys().get(hash)).map(KeyGrant::sender);
    }

    /** Whether the student's access to the class is taken away now. */
    public boolean isBlocked(StudentPrincipal student) {
        Revocation revocation = content.revocations().get(student);
        return revocation != null && revocation.blocked();
    }

    /** Whether a token of the student that was made then is void. */
    boolean isVoid(StudentPrincipal student, Instant issuedAt) {
        Revocation revocation = content.revocations().get(student);
        return revocation != null && revocation.voids(issuedAt);
    }

    private Uni<Void> take(DirectoryContent renewed) {
        takeLatest(renewed);
        return reader.saveCopy(renewed).onFailure().recoverWithNull();
    }

    /** Fails when Redis is away; what came from PostgreSQL meanwhile is newer. */
    private Uni<Void> restore() {
        return Uni.createFrom().deferred(reader::copy).invoke(this::takeFirst).replaceWithVoid();
    }

    private synchronized void takeLatest(DirectoryContent renewed) {
        content = renewed;
    }

    private synchronized void takeFirst(DirectoryContent copy) {
        if (!isLoaded()) {
            content = copy;
        }
    }
}
