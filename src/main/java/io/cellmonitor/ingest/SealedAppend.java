package io.cellmonitor.ingest;

import io.cellmonitor.access.Sender;
import io.cellmonitor.bus.EventLog;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.ingest.EventCounts.Fates;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import io.cellmonitor.trace.RequestTrace;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where events go: sealed, into the log. Safe from any thread. */
@Singleton
final class SealedAppend {

    private final EventSealing sealing;
    private final EventLog log;
    private final EventCounts counts;

    SealedAppend(BlindIndex index, EventSealer words, Names names, EventLog log, EventCounts counts) {
        this.sealing = new EventSealing(index, words, names);
        this.log = log;
        this.counts = counts;
    }

    /** Completes when the log has them. {@code sentAt}: when the request left, by the clock of its events. */
    Uni<Void> append(Taken taken, Sender sender, @Nullable Instant sentAt, RequestTrace trace) {
        List<UnloggedEvent> sealed = new ArrayList<>(taken.events().size());
        String traceparent = trace.traceparent();
        taken.events().forEach(event -> sealed.add(sealing.seal(event, sender, sentAt, traceparent)));
        // Looked at while the events are in the processor's caches.
        Fates fates = Fates.of(taken);
        return trace.appending(sealed.size(), log.append(sealed))
                .invoke(() -> counts.taken(fates))
                .replaceWithVoid();
    }
}
