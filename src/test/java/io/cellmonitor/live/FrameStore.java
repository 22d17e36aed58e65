package io.cellmonitor.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.watch.WatchedLesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client makes of frames: each object in place of the one with its key, of students and clusters in deltas each member that is there. It fails on
 * a delta that does not follow, or that tells a part of what it does not know.
 */
final class FrameStore {

    private static final Set<String> OPEN = Set.of("waiting", "claimed", "on_my_way");

    private static final Map<String, Integer> MEMBERS = Map.of(
            "students", StudentView.class.getRecordComponents().length,
            "clusters", ClusterView.class.getRecordComponents().length);

    final List<JsonNode> frames = new ArrayList<>();
    final List<String> eventIds = new ArrayList<>();
    private final Map<String, Map<String, JsonNode>> known = new TreeMap<>();
    private String at = "";

    void receive(String text) {
        JsonNode frame = read(text);
        frames.add(frame);
        switch (frame.path("type").asText()) {
            case "snapshot" -> {
                known.clear();
                merge(frame);
            }
            case "delta" -> {
                if (!frame.path("after").asText().equals(at)) {
                    throw new AssertionError("a gap: knows " + at + ", got after " + frame.path("after"));
                }
                frame.path("events")
                        .forEach(event -> eventIds.add(event.path("id").asText()));
                merge(frame);
            }
            default -> {}
        }
    }

    private void merge(JsonNode frame) {
        at = frame.path("at").asText();
        frame.path("students")
                .forEach(it ->
                        put("students", it.path("student").asText(), whole("students", "student", withKnownRuns(it))));
        frame.path("cells").forEach(it -> put("cells", cellKey(it), it));
        frame.path("clusters")
                .forEach(it -> put("clusters", it.path("cluster").asText(), whole("clusters", "cluster", it)));
        frame.path("notebooks")
                .forEach(it -> put("notebooks", it.path("notebook").asText(), it));
        for (JsonNode help : frame.path("help")) {
            if (OPEN.contains(help.path("state").asText())) {
                put("help", help.path("request").asText(), help);
            } else {
                known.getOrDefault("help", new HashMap<>())
                        .remove(help.path("request").asText());
            }
        }
    }

    private JsonNode whole(String kind, String key, JsonNode change) {
        JsonNode before =
                known.getOrDefault(kind, Map.of()).get(change.path(key).asText());
        if (before == null) {
            if (change.size() < MEMBERS.get(kind)) {
                throw new AssertionError("a part of one that is not known: " + change);
            }
            return change;
        }
        ObjectNode merged = before.deepCopy();
        merged.setAll((ObjectNode) change);
        return merged;
    }

    private JsonNode withKnownRuns(JsonNode student) {
        if (!student.path("newRunsOnly").asBoolean()) {
            return student;
        }
        List<JsonNode> runs = new ArrayList<>();
        known.get("students")
                .get(student.path("student").asText())
                .path("recentRuns")
                .forEach(runs::add);
        student.path("recentRuns").forEach(runs::add);
        ObjectNode whole = student.deepCopy();
        whole.put("newRunsOnly", false);
        whole.putArray("recentRuns").addAll(runs.subList(Math.max(0, runs.size() - 10), runs.size()));
        return whole;
    }

    private static String cellKey(JsonNode cell) {
        String place = cell.path("cellId").isNull()
                ? cell.path("cellIndex").asText()
                : cell.path("cellId").asText();
        return cell.path("student").asText() + cell.path("notebook").asText() + place;
    }

    private void put(String kind, String key, JsonNode value) {
        known.computeIfAbsent(kind, it -> new TreeMap<>()).put(key, value);
    }

    Map<String, Map<String, JsonNode>> state() {
        known.values().removeIf(Map::isEmpty);
        return known;
    }

    /** Knows what another knew, as after a reconnect. */
    void goOnFrom(FrameStore other) {
        at = other.at;
        other.known.forEach((kind, objects) -> known.put(kind, new TreeMap<>(objects)));
    }

    String at() {
        return at;
    }

    static JsonNode read(String text) {
        try {
            return WatchedLesson.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
