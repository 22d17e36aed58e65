package io.cellmonitor.bus;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Publishes what was appended to the Pub/Sub channels, best effort: a bounded queue, what finds no room or no connection is dropped and
 * counted, nobody waits. Safe for use from any thread.
 */
final class ChannelPublisher {

    private static final int GROUP = 512;
    private static final long LIMIT_MS = 2_000;

    /** Between two groups, so that what is asked and sent for each is shared by more events; not while more wait than one group takes. */
    private static final long GATHERING_MS = 10;

    private record Waiting(StreamId id, Envelope envelope) {}

    private final Vertx vertx;
    private final Redis redis;
    private final ChannelSubscribers subscribers;
    private final LogMetrics metrics;
    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(8_192);
    private final AtomicBoolean busy = new AtomicBoolean();

    ChannelPublisher(Vertx vertx, Redis redis, LogMetrics metrics) {
        this.vertx = vertx;
        this.redis = redis;
        this.subscribers = new ChannelSubscribers(redis);
        this.metrics = metrics;
    }

    void publish(List<UnloggedEvent> events, List<StreamId> ids) {
        for (int i = 0; i < events.size(); i++) {
            if (!queue.offer(new Waiting(ids.get(i), events.get(i).envelope()))) {
                metrics.unpublished(1);
            }
        }
        pump();
    }

    private void pump() {
        if (queue.isEmpty() || !busy.compareAndSet(false, true)) {
            return;
        }
        List<Waiting> group = new ArrayList<>(GROUP);
        queue.drainTo(group, GROUP);
        // Asked after the append: whoever subscribed before an event gets it. While nobody listens nothing is written
        // or sent.
        subscribers.listenedTo().onSuccess(channels -> publish(group, channels));
    }

    private void publish(List<Waiting> group, Set<String> listenedTo) {
        List<Request> messages = messages(group, listenedTo);
        if (messages.isEmpty()) {
            goOn();
            return;
        }
        redis.batch(messages).timeout(LIMIT_MS, TimeUnit.MILLISECONDS).onComplete(outcome -> {
            if (outcome.failed()) {
                metrics.unpublished(messages.size());
            }
            goOn();
        });
    }

    private void goOn() {
        if (queue.size() >= GROUP) {
            pumpAgain();
        } else {
            vertx.setTimer(GATHERING_MS, ignored -> pumpAgain());
        }
    }

    private void pumpAgain() {
        busy.set(false);
        pump();
    }

    private static List<Request> messages(List<Waiting> group, Set<String> listenedTo) {
        List<Request> messages = new ArrayList<>();
        if (listenedTo.isEmpty()) {
            return messages;
        }
        for (Waiting waiting : group) {
            byte[] message = null;
            for (String channel : EventTypes.channels(waiting.envelope().eventType())) {
                if (listenedTo.contains(channel)) {
                    message = message == null ? ChannelMessage.of(waiting.id(), waiting.envelope()) : message;
                    messages.add(Request.cmd(Command.PUBLISH).arg(channel).arg(message));
                }
            }
        }
        return messages;
    }
}
