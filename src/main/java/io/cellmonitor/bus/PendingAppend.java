package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of append that waits for its places in the log. */
record PendingAppend(
        List<UnloggedEvent> events,
        List<Request> commands,
        long bytes,
        long since,
        UniEmitter<? super List<StreamId>> emitter,
        @Nullable Context caller) {

    static PendingAppend of(
            List<UnloggedEvent> events, UniEmitter<? super List<StreamId>> emitter, @Nullable Context caller) {
        List<Request> commands = new ArrayList<>(events.size());
        long bytes = 0;
        for (UnloggedEvent event : events) {
            commands.add(LogEntries.append(event));
            bytes += 1024L + event.sealed().length + event.sealedName().length;
        }
        return new PendingAppend(List.copyOf(events), commands, bytes, System.nanoTime(), emitter, caller);
    }

    /** On the caller's context. */
    void complete(List<StreamId> ids) {
        emitter.complete(ids);
    }

    /** From any thread. */
    void fail(LogUnavailable failure) {
        onCaller(() -> emitter.fail(failure));
    }

    /** Runs it where the caller was when it asked, or here where it was nowhere. */
    void onCaller(Runnable answer) {
        if (caller == null) {
            answer.run();
        } else {
            caller.runOnContext(ignored -> answer.run());
        }
    }
}
