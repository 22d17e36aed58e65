package io.cellmonitor.bench;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Baseline: XADD of entries as large as ours, 64 in a pipeline, four connections, fsynced by the same Redis, from redis-benchmark. Nothing makes or
 * reads the entries.
 */
final class RawAppend {

    private static final String STREAM = "raw";
    private static final int COMMANDS = 400_000;
    private static final int SAMPLE = 500;

    private final Settings settings;
    private final Redis redis;
    private List<String> fields = List.of();

    RawAppend(Settings settings, Redis redis) {
        this.settings = settings;
        this.redis = redis;
    }

    /** Takes the mean lengths of the fields of what is at the end of the application's log. */
    void measureEntries() {
        Response entries = redis.send(Command.XREVRANGE, Redis.LOG, "+", "-", "COUNT", SAMPLE);
        if (entries.size() == 0) {
            throw new IllegalStateException("the log is empty: the application takes no events");
        }
        List<String> names = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (Response entry : entries) {
            Response parts = entry.get(1);
            for (int i = 0; i < parts.size(); i += 2) {
                if (names.size() <= i / 2) {
                    names.add(parts.get(i).toString());
                    lengths.add(0L);
                }
                lengths.set(i / 2, lengths.get(i / 2) + parts.get(i + 1).toBytes().length);
            }
        }
        fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(names.get(i));
            fields.add("x".repeat((int) (lengths.get(i) / entries.size())));
        }
    }

    /** Bytes of an entry's names and values. */
    int entryBytes() {
        return fields.stream().mapToInt(String::length).sum();
    }

    /** Entries per second. */
    double perSecond() {
        List<String> command = new ArrayList<>(List.of("redis-benchmark", "-h", "127.0.0.1", "-p", "" + redis.port()));
        command.addAll(List.of("-c", "4", "-P", "64", "-n", "" + COMMANDS, "--csv", "XADD", STREAM, "*"));
        command.addAll(fields);
        String output = ChildProcess.run("redis-benchmark", settings.folder(), Duration.ofSeconds(60), command);
        redis.empty(STREAM);
        String last = output.lines().reduce((first, second) -> second).orElseThrow();
        return rate(last);
    }

    /** The second column of the CSV, behind the command, which may hold commas. */
    private static double rate(String line) {
        String[] columns = line.replaceFirst("^\"[^\"]*\",", "").split(",");
        return Double.parseDouble(columns[0].replace("\"", ""));
    }
}
