package io.cellmonitor.pipeline;

import io.cellmonitor.bus.EventSubscriber;
import io.cellmonitor.event.LoggedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a crash between the store's commit and the log's acknowledgement looks like to the reader: stored, but nobody was told. */
@Decorator
@Priority(1)
public class CrashAfterCommit implements EventSubscriber {

    /** How many of the next batches end so. */
    static final AtomicInteger REMAINING = new AtomicInteger();

    @Inject
    @Any
    @Delegate
    EventSubscriber store;

    @Override
    public Uni<Void> store(List<LoggedEvent> batch) {
        return store.store(batch).invoke(() -> {
            if (REMAINING.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("crashed after the commit");
            }
        });
    }

    @Override
    public String group() {
        return store.group();
    }

    @Override
    public boolean isDataError(Throwable failure) {
        return store.isDataError(failure);
    }

    @Override
    public String reason(Throwable failure) {
        return store.reason(failure);
    }

    @Override
    public Uni<Void> deadLetter(LoggedEvent event, String reason) {
        return store.deadLetter(event, reason);
    }
}
