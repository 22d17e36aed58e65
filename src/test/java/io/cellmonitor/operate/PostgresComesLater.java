package io.cellmonitor.operate;

import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.LatePostgresServer;
import io.cellmonitor.servers.RestartableRedisServer;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The servers of all tests, but a PostgreSQL that is silent at first, and a Redis of its own with an earlier start's copy of the directory, and
 * with the group of a store that was configured then.
 */
public final class PostgresComesLater implements QuarkusTestResourceLifecycleManager {

    static final String KEY = "cmk_a-key-of-an-earlier-start";
    static final String RETIRED = "timeseries";
    static LatePostgresServer postgres;

    private RestartableRedisServer redis;

    @Override
    public Map<String, String> start() {
        postgres = LatePostgresServer.silent();
        redis = RestartableRedisServer.embedded();
        putCopyAndRetiredGroup();
        Map<String, String> settings = new HashMap<>(new TestServers().start());
        settings.put("cell-monitor.pg", postgres.address());
        settings.put("cell-monitor.redis", redis.address());
        return settings;
    }

    @Override
    public void stop() {
        postgres.close();
        redis.close();
    }

    private void putCopyAndRetiredGroup() {
        JsonObject known = new JsonObject()
                .put("id", DemoClass.ID.toString())
                .put("name", DemoClass.NAME)
                .put("zone", DemoClass.ZONE)
                .put("dayStart", "04:00");
        JsonObject key = new JsonObject()
                .put("hash", hash())
                .put("realm", "school")
                .put("trusted", true)
                .put("classes", new JsonArray().add(DemoClass.ID.toString()));
        JsonObject copy =
                new JsonObject().put("classes", new JsonArray().add(known)).put("keys", new JsonArray().add(key));
        Vertx vertx = Vertx.vertx();
        Redis.createClient(vertx, redis.address())
                .batch(List.of(
                        Request.cmd(Command.SET).arg("access:directory").arg(copy.encode()),
                        Request.cmd(Command.XGROUP, "CREATE", "events:{0}", RETIRED, "0", "MKSTREAM")))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        vertx.close();
    }

    private static String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
