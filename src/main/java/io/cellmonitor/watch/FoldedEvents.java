package io.cellmonitor.watch;

import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.LoggedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Those who wait until an event of theirs has been folded. They get the student's request as it is right behind that event: what came in front
 * of it in the log is in it, what came behind is not. For one thread at a time.
 */
final class FoldedEvents {

    private final Map<String, CompletableFuture<Optional<HelpView>>> waiting = new HashMap<>();

    /** {@code eventId} is unique in the class: a random one. */
    CompletableFuture<Optional<HelpView>> await(String eventId) {
        return waiting.computeIfAbsent(eventId, id -> new CompletableFuture<>());
    }

    /** Those wait here from now on. */
    void takeOver(FoldedEvents others) {
        waiting.putAll(others.waiting);
    }

    void forget(String eventId) {
        waiting.remove(eventId);
    }

    void folded(LoggedEvent event, Function<UUID, Optional<HelpView>> help) {
        if (waiting.isEmpty()) {
            return;
        }
        CompletableFuture<Optional<HelpView>> asked =
                waiting.remove(event.envelope().eventId());
        if (asked != null) {
            asked.complete(help.apply(event.envelope().student()));
        }
    }
}
