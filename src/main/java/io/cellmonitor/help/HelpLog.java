package io.cellmonitor.help;

import io.cellmonitor.bus.EventLog;
import io.cellmonitor.bus.LogUnavailable;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.WatchedClass;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts the events of our routes into the log, and tells what they came to once this instance's own tail has folded them. */
@ApplicationScoped
class HelpLog {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final EventLog log;

    HelpLog(EventLog log) {
        this.log = log;
    }

    /** Completes when the log has them; fails with a 503 when it cannot take them. */
    Uni<List<StreamId>> append(List<UnloggedEvent> events) {
        return log.append(events)
                .onFailure(LogUnavailable.class)
                .transform(failure ->
                        Problem.unavailable("The log cannot take it now.", ((LogUnavailable) failure).retryAfter()));
    }

    /**
     * The student's request right behind the last of these events in the log: who came first is in it. A 503 after 5 s: it may count all the
     * same, and asking again is harmless.
     */
    Uni<Optional<HelpView>> outcome(WatchedClass watched, List<UnloggedEvent> events) {
        String last = events.getLast().envelope().eventId();
        return Uni.createFrom()
                .deferred(() -> {
                    Uni<Optional<HelpView>> folded = Uni.createFrom().completionStage(watched.whenFolded(last));
                    return append(events).chain(() -> folded);
                })
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure(TimeoutException.class)
                .transform(late -> Problem.unavailable("What it came to is not known yet. Ask again.", SOON))
                .onTermination()
                .invoke(() -> watched.forget(last))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
