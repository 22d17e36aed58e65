package io.cellmonitor.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The directory of classes and API keys in memory. What could not be renewed stays valid. */
@ApplicationScoped
public class CachedClassDirectory implements ClassDirectory {

    private static final Logger LOG = Logger.getLogger(CachedClassDirectory.class);

    private final DirectoryReader reader;
    private volatile DirectoryContent content = DirectoryContent.EMPTY;

    CachedClassDirectory(DirectoryReader reader) {
        this.reader = reader;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        renew().await().atMost(Duration.ofSeconds(30));
    }

    /** Reads everything again; never fails, for the old content stays valid. Also called after a change, so that it is seen at once. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> renew() {
        return reader.fromPostgres()
                .onItem()
                .transformToUni(this::take)
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "Classes and keys not renewed: %s",
                            failure.getClass().getName());
                    return content == DirectoryContent.EMPTY
                            ? restore()
                            : Uni.createFrom().voidItem();
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

    private Uni<Void> take(DirectoryContent renewed) {
        content = renewed;
        return reader.saveCopy(renewed).onFailure().recoverWithNull();
    }

    private Uni<Void> restore() {
        return reader.copy()
                .invoke(copy -> content = copy)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
