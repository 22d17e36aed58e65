package io.cellmonitor.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands.RedisSubscriber;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Another program: hears the four channels until it is closed. */
final class ChannelListener implements AutoCloseable {

    private static final List<String> CHANNELS =
            List.of("progress_events", "error_events", "session_events", "help_events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> heard =
            CHANNELS.stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> new CopyOnWriteArrayList<>()));
    private final List<RedisSubscriber> subscribers;

    ChannelListener(RedisDataSource redis) {
        subscribers = CHANNELS.stream()
                .map(name -> redis.pubsub(String.class).subscribe(name, heard.get(name)::add))
                .toList();
    }

    /** Messages by channel, without the silent ones. */
    Map<String, Integer> counts() {
        return heard.entrySet().stream()
                .filter(channel -> !channel.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, channel -> channel.getValue().size()));
    }

    /** How many different events it heard of. */
    long events() {
        return heard.values().stream()
                .flatMap(List::stream)
                .map(message -> read(message).path("id").asText())
                .distinct()
                .count();
    }

    @Override
    public void close() {
        subscribers.forEach(subscriber -> subscriber.unsubscribe());
    }

    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
