package io.cellmonitor.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each caller hears of its events where it asked: on its own context, whoever else is told with it. */
class AnsweredAppendsTest {

    private static final List<StreamId> PLACES = List.of(StreamId.parse("5-1"));

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));

    /** What a caller heard, and on which context. */
    private record Heard(List<StreamId> places, @Nullable Context context) {}

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void tellsEachOnItsOwnContext() throws Exception {
        List<ContextInternal> callers = new ArrayList<>();
        for (int loop = 0; loop < 2; loop++) {
            ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
            callers.add(context.duplicate());
            callers.add(context.duplicate());
        }
        ContextInternal worker = ((VertxInternal) vertx).createWorkerContext();
        callers.add(worker.duplicate());
        AnsweredAppends answered = new AnsweredAppends();
        List<CompletableFuture<Heard>> heard = new ArrayList<>();
        callers.forEach(caller -> heard.add(add(answered, caller)));
        answered.tellCallers();
        for (int caller = 0; caller < callers.size(); caller++) {
            Heard said = heard.get(caller).get(10, TimeUnit.SECONDS);
            assertEquals(PLACES, said.places());
            assertSame(callers.get(caller), said.context(), "of caller " + caller);
        }
    }

    @Test
    void tellsWhoAskedFromNoContextAtOnce() {
        AnsweredAppends answered = new AnsweredAppends();
        CompletableFuture<Heard> heard = add(answered, null);
        assertEquals(PLACES, heard.getNow(new Heard(List.of(), null)).places());
    }

    @Test
    void tellsTheOthersWhenOneFails() throws Exception {
        ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
        AnsweredAppends answered = new AnsweredAppends();
        answered.add(append(failing(), context.duplicate()), PLACES);
        CompletableFuture<Heard> heard = add(answered, context.duplicate());
        answered.tellCallers();
        assertEquals(PLACES, heard.get(10, TimeUnit.SECONDS).places());
    }

    private static CompletableFuture<Heard> add(AnsweredAppends answered, @Nullable ContextInternal caller) {
        CompletableFuture<Heard> heard = new CompletableFuture<>();
        Uni.createFrom()
                .<List<StreamId>>emitter(emitter -> answered.add(append(emitter, caller), PLACES))
                .subscribe()
                .with(places -> heard.complete(new Heard(places, Vertx.currentContext())));
        return heard;
    }

    private static UniEmitter<List<StreamId>> failing() {
        return new UniEmitter<>() {
            @Override
            public void complete(@Nullable List<StreamId> places) {
                throw new IllegalStateException("a caller that fails");
            }

            @Override
            public void fail(Throwable failure) {}

            @Override
            public UniEmitter<List<StreamId>> onTermination(Runnable onTermination) {
                return this;
            }
        };
    }

    private static PendingAppend append(UniEmitter<? super List<StreamId>> emitter, @Nullable ContextInternal caller) {
        return new PendingAppend(List.of(), List.of(), 0, System.nanoTime(), emitter, caller);
    }
}
