package io.cellmonitor.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Posts single events by an {@link EventClock}, each when its time has come, however many are unanswered. */
final class OpenLoop implements AutoCloseable {

    private static final int CONNECTIONS = 200;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Context loop;
    private final HttpClient client;
    private final RequestOptions request;
    private final AtomicInteger failed = new AtomicInteger();

    OpenLoop(Vertx vertx, Scene scene) {
        this.loop = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setPipelining(false).setKeepAliveTimeout(0),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(scene.application().port())
                .setURI("/api/v1/events")
                .setTimeout(LAST_ANSWERS.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + scene.school().key());
    }

    /** Posts all events of the clock; returns when the last is answered, or half a minute after it. */
    Latencies post(EventClock clock, List<String> texts) {
        Latencies latencies = new Latencies();
        AtomicInteger open = new AtomicInteger(clock.events());
        for (int event = 0; event < clock.events(); event++) {
            long intended = clock.intended(event);
            long left;
            while ((left = intended - System.nanoTime()) > 0) {
                LockSupport.parkNanos(left);
            }
            String text = EventTexts.event(clock.id(event), texts.get(event % texts.size()));
            boolean measured = clock.isMeasured(event);
            loop.runOnContext(ignored -> send(text).onComplete(status -> {
                if (status.failed() || status.result() != 202) {
                    failed.incrementAndGet();
                } else if (measured) {
                    latencies.record(intended, System.nanoTime());
                }
                open.decrementAndGet();
            }));
        }
        Await.isSo(LAST_ANSWERS.plusSeconds(5), () -> open.get() == 0);
        failed.addAndGet(open.get());
        return latencies;
    }

    /** On its own loop: asked from another thread, the client sometimes never tells that an answer came. */
    private Future<Integer> send(String text) {
        return client.request(request)
                .compose(ready -> ready.send(Buffer.buffer(text)))
                .compose(answer -> answer.body().map(body -> answer.statusCode()));
    }

    /** Events that were not answered 202, or not at all. */
    int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
