package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.servers.RestartableRedisServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A bus on a Redis of its own, wired by hand as the application wires it. */
final class Bus implements AutoCloseable {

    static final AppendSettings PRODUCTION = AppendSettings.usual(0, 0, true, false);

    final RestartableRedisServer server;
    final Vertx vertx = Vertx.vertx();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final LogMetrics metrics = new LogMetrics(registry);
    final Redis pool;
    final RedisEventLog log;
    private final List<Redis> clients = new ArrayList<>();
    private final List<Runnable> stops = new ArrayList<>();

    Bus(RedisUnderTest redis) {
        this(redis, PRODUCTION);
    }

    Bus(RedisUnderTest redis, AppendSettings settings) {
        server = redis.start();
        pool = client();
        log = log(client(), settings);
        log.start()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private RedisEventLog log(Redis client, AppendSettings settings) {
        return new RedisEventLog(vertx, client, pool, new ChannelPublisher(vertx, pool, metrics), metrics, settings);
    }

    /** How opening one more log of these settings ends. */
    CompletableFuture<Void> opened(AppendSettings settings) {
        return opened(settings, "");
    }

    /** The same with {@code login} ({@code ":password@"}) in Redis's address. */
    CompletableFuture<Void> opened(AppendSettings settings, String login) {
        RedisEventLog another = log(client(server.address().replace("//", "//" + login)), settings);
        onClose(another::stop);
        return another.start().toCompletionStage().toCompletableFuture();
    }

    /** A client as the application's configuration makes them. */
    Redis client() {
        return client(server.address());
    }

    private Redis client(String address) {
        RedisOptions options = new RedisOptions()
                .setConnectionString(address)
                .setMaxWaitingHandlers(8_192)
                .setMaxPoolSize(20)
                .setMaxPoolWaiting(1_024);
        options.getNetClientOptions().setReadIdleTimeout(10);
        Redis client = Redis.createClient(vertx, options);
        clients.add(client);
        return client;
    }

    RedisLine line() {
        return new RedisLine(client(), Duration.ofSeconds(5));
    }

    void onClose(Runnable stop) {
        stops.add(stop);
    }

    List<StreamId> append(List<UnloggedEvent> events) {
        return log.append(events).await().atMost(Duration.ofSeconds(60));
    }

    StreamId append(UnloggedEvent event) {
        return append(List.of(event)).getFirst();
    }

    List<LoggedEvent> readAll() {
        return log.readAfter(StreamId.ZERO, 1_000_000).await().atMost(Duration.ofSeconds(60));
    }

    Response redis(Command command, Object... arguments) {
        Request request = Request.cmd(command, arguments);
        return pool.send(request)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** The names of the log's groups. */
    List<String> groups() {
        List<String> names = new ArrayList<>();
        redis(Command.XINFO, "GROUPS", LogLayout.LOG)
                .forEach(group -> names.add(group.get("name").toString()));
        return names;
    }

    @Override
    public void close() {
        stops.reversed().forEach(Runnable::run);
        log.stop();
        clients.forEach(Redis::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }
}
