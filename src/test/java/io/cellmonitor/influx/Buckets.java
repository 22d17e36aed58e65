package io.cellmonitor.influx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Buckets on 1.6: databases, with a list of their ids and retentions in a database of its own. */
final class Buckets {

    private static final String LIST = "stand_in_buckets";

    /** Retention is in seconds, 0 for ever. */
    record Bucket(String id, String name, long retention) {

        Map<String, Object> json(String org) {
            List<Map<String, Object>> rules =
                    retention == 0 ? List.of() : List.of(Map.of("type", "expire", "everySeconds", retention));
            return Map.of("id", id, "orgID", org, "name", name, "retentionRules", rules);
        }
    }

    private final Upstream upstream;

    Buckets(Upstream upstream) {
        this.upstream = upstream;
    }

    Optional<Bucket> find(String name) throws IOException {
        List<List<String>> rows =
                upstream.ask(LIST, "SELECT id, seconds FROM bucket WHERE \"name\" = '" + plain(name) + "'");
        return rows.stream().findFirst().map(row -> new Bucket(row.get(1), name, Long.parseLong(row.get(2))));
    }

    Bucket make(String name, long retention) throws IOException {
        Bucket bucket = new Bucket(UUID.randomUUID().toString().replace("-", "").substring(16), name, retention);
        String duration = retention == 0 ? "" : " WITH DURATION " + retention + "s REPLICATION 1";
        upstream.ask("", "CREATE DATABASE \"" + plain(name) + "\"" + duration);
        upstream.ask("", "CREATE DATABASE \"" + LIST + "\"");
        String line = "bucket,name=" + plain(name) + " id=\"" + bucket.id + "\",seconds=" + retention + "i 1";
        upstream.write(LIST, line.getBytes(StandardCharsets.UTF_8));
        return bucket;
    }

    /** Names that need no escaping are enough here. */
    private static String plain(String name) {
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("the stand-in takes plain names of buckets only");
        }
        return name;
    }

    void remove(String id) throws IOException {
        for (List<String> row : upstream.ask(LIST, "SELECT id, \"name\" FROM bucket")) {
            if (row.get(1).equals(id)) {
                upstream.ask("", "DROP DATABASE \"" + row.get(2) + "\"");
                upstream.ask(LIST, "DROP SERIES FROM bucket WHERE \"name\" = '" + row.get(2) + "'");
            }
        }
    }
}
