package io.cellmonitor.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnContextTest {

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final Uni<String> shared =
            Uni.createFrom().completionStage(answer).memoize().indefinitely();

    @AfterEach
    void close() {
        vertx.close();
    }

    /** The context in which somebody who waits on {@code own} goes on. */
    private CompletableFuture<Context> waiting(Context own) {
        CompletableFuture<Context> at = new CompletableFuture<>();
        own.runOnContext(ignored -> OwnContext.completing(shared)
                .subscribe()
                .with(item -> at.complete(Vertx.currentContext()), at::completeExceptionally));
        return at;
    }

    @Test
    void whoWaitsForTheSameGoesOnInTheirOwnContext() throws Exception {
        Context root = vertx.getOrCreateContext();
        List<Context> contexts = Stream.generate(() -> VertxContext.createNewDuplicatedContext(root))
                .limit(3)
                .toList();
        List<CompletableFuture<Context>> waiting =
                contexts.stream().map(this::waiting).toList();
        contexts.getFirst().runOnContext(ignored -> answer.complete("it"));
        for (int i = 0; i < contexts.size(); i++) {
            assertThat(waiting.get(i).get(10, TimeUnit.SECONDS)).isSameAs(contexts.get(i));
        }
    }

    @Test
    void withoutAContextItIsLeftAsItIs() {
        assertThat(OwnContext.completing(shared)).isSameAs(shared);
    }
}
