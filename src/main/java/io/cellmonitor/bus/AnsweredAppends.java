package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.netty.channel.EventLoop;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appends that the log has, and their callers, who are to be told: all of one event loop by one task of it, for a transaction is of many requests and each
 * task that comes from another thread may have to wake the loop. For one thread.
 */
final class AnsweredAppends {

    private record Answer(PendingAppend append, ContextInternal caller, List<StreamId> ids) {

        /** On the caller's event loop; what it throws is reported and hinders no other. */
        void tell() {
            caller.dispatch(ignored -> append.complete(ids));
        }
    }

    private final Map<EventLoop, List<Answer>> byLoop = new HashMap<>();

    /** {@code ids}: where its events are in the log, in their order. */
    void add(PendingAppend append, List<StreamId> ids) {
        if (append.caller() instanceof ContextInternal caller && caller.isEventLoopContext()) {
            byLoop.computeIfAbsent(caller.nettyEventLoop(), loop -> new ArrayList<>())
                    .add(new Answer(append, caller, ids));
        } else {
            append.onCaller(() -> append.complete(ids));
        }
    }

    /** Once, after the last. */
    void tellCallers() {
        byLoop.forEach((loop, answers) -> loop.execute(() -> answers.forEach(Answer::tell)));
    }
}
