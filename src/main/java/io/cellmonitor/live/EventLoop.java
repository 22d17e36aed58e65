package io.cellmonitor.live;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The one thread that a socket lives on. Equal for all sockets of the thread, so that a frame crosses to it once for all of them; what it is
 * given runs in that order.
 */
final class EventLoop implements Executor {

    private final Object thread;
    private final Executor executor;

    EventLoop(Object thread, Executor executor) {
        this.thread = thread;
        this.executor = executor;
    }

    /** The one that the caller runs on. Throws {@link IllegalStateException} for another kind of thread. */
    static EventLoop current() {
        Context context = Vertx.currentContext();
        if (context == null || !Context.isOnEventLoopThread()) {
            throw new IllegalStateException("not on an event loop");
        }
        Context root = VertxContext.getRootContext(context);
        return new EventLoop(Thread.currentThread(), work -> root.runOnContext(ignored -> work.run()));
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventLoop loop && loop.thread.equals(thread);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(thread);
    }
}
