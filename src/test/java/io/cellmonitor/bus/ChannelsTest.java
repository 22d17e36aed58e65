package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.StreamId;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.cellmonitor.bus.RedisUnderTest#available")
class ChannelsTest {

    private final Bus bus;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    ChannelsTest(RedisUnderTest redis) {
        bus = new Bus(redis);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void everyAppendIsPublishedOnTheChannelsOfItsType() {
        subscribe();
        bus.append(List.of(
                Events.of("1", "cell_executed"),
                Events.of("2", "cell_error"),
                Events.of("3", "notebook_opened"),
                Events.of("4", "help"),
                Events.of("5", "never_heard_of")));

        assertThat(received(6))
                .extracting(message -> message.substring(0, message.indexOf(' ')) + " " + eventId(message))
                .containsExactly(
                        "progress_events 1",
                        "progress_events 2",
                        "error_events 2",
                        "session_events 3",
                        "help_events 4",
                        "progress_events 5");
    }

    /** Promise 11: a message says who and what, never what a student wrote. */
    @Test
    void promise11_aMessageHoldsNoStudentsWords() {
        subscribe();
        StreamId id = bus.append(Events.of("2", "cell_error"));

        // One is enough: on which channels it comes is the other test's business.
        List<String> published = received(1);
        assertThat(published).as("what is published of an error").hasSize(1);
        JsonObject message = json(published.getFirst());
        assertThat(message.fieldNames()).containsExactlyInAnyOrder("id", "event_type", "user_id", "class_id", "data");
        assertThat(message.getString("id")).isEqualTo(id.toString());
        assertThat(message.getString("user_id")).isEqualTo(Events.STUDENT.toString());
        assertThat(message.getJsonObject("data").getString("error_name")).isEqualTo("NameError");
        assertThat(published.getFirst()).doesNotContain("sealed");
    }

    @Test
    void whileNobodyListensNothingIsPublishedAndAPatternHearsAll() {
        bus.append(Events.of("1", "cell_error"));
        bus.append(Events.of("2", "cell_error"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        calls("pubsub|numpat").isPresent() || calls("pubsub").isPresent());
        assertThat(calls("publish")).isEmpty();

        send(Request.cmd(Command.PSUBSCRIBE, "error_*"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> bus.redis(Command.PUBSUB, "NUMPAT").toInteger() == 1);
        bus.append(Events.of("3", "cell_error"));
        assertThat(received(1)).hasSize(1).first().asString().startsWith("error_events ");
        assertThat(calls("publish")).isPresent();
    }

    private Optional<String> calls(String command) {
        return bus.redis(Command.INFO, "commandstats")
                .toString()
                .lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":"))
                .findFirst();
    }

    private void subscribe() {
        Request subscribe =
                Request.cmd(Command.SUBSCRIBE, "progress_events", "error_events", "session_events", "help_events");
        send(subscribe);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> bus.redis(Command.PUBSUB, "NUMSUB", "help_events")
                        .toString()
                        .contains("1"));
    }

    private void send(Request subscribe) {
        RedisConnection connection = bus.client()
                .connect()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        connection.handler(this::received);
        connection.send(subscribe);
    }

    /** So many messages; fewer when no more come. */
    private List<String> received(int count) {
        List<String> all = new ArrayList<>();
        try {
            String next = messages.poll(20, TimeUnit.SECONDS);
            while (next != null && all.add(next) && all.size() < count) {
                next = messages.poll(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }

    private void received(Response message) {
        if ("pmessage".equals(message.get(0).toString())) {
            messages.add(message.get(2) + " " + message.get(3));
        }
        if ("message".equals(message.get(0).toString())) {
            messages.add(message.get(1) + " " + message.get(2));
        }
    }

    private static String eventId(String message) {
        return json(message).getJsonObject("data").getString("event_id");
    }

    private static JsonObject json(String message) {
        return new JsonObject(message.substring(message.indexOf(' ') + 1));
    }
}
