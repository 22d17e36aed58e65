package io.cellmonitor.bench;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Redis as operators are told to run it: appendonly, appendfsync always, noeviction. Its file is rewritten between rounds and not in
 * the middle of one.
 */
final class Redis implements AutoCloseable {

    static final String LOG = "events:{0}";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port;
    private final Vertx vertx = Vertx.vertx();
    private final io.vertx.redis.client.Redis client;

    private Redis(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
        this.client = io.vertx.redis.client.Redis.createClient(vertx, address());
    }

    /** With a folder of its own below {@code folder}. */
    static Redis start(Path folder, int port) throws IOException {
        List<String> command = List.of(
                "redis-server",
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--dir",
                Files.createTempDirectory(folder, "redis").toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--maxmemory-policy",
                "noeviction",
                "--save",
                "",
                "--auto-aof-rewrite-percentage",
                "0");
        Redis redis = new Redis(ChildProcess.start("redis", folder, Map.of(), command), port);
        Await.until("Redis", LIMIT, () -> redis.send(Command.PING) != null);
        return redis;
    }

    int port() {
        return port;
    }

    String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** The reply; fails after a minute. */
    Response send(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(argument.toString());
        }
        return client.send(request)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Empties the stream and makes the file small again. */
    void empty(String stream) {
        shorten(stream, 0);
    }

    /** Leaves the last so many entries of the stream and makes the file small again. */
    void shorten(String stream, int entries) {
        send(Command.XTRIM, stream, "MAXLEN", entries);
        send(Command.BGREWRITEAOF);
        Await.until(
                "the rewriting of Redis's file",
                LIMIT,
                () -> send(Command.INFO, "persistence").toString().contains("aof_rewrite_in_progress:0"));
    }

    String version() {
        return send(Command.INFO, "server")
                .toString()
                .lines()
                .filter(line -> line.startsWith("redis_version:"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1))
                .orElse("unknown");
    }

    @Override
    public void close() {
        client.close();
        vertx.close();
        process.close();
    }
}
