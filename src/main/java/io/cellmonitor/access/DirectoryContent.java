package io.cellmonitor.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All classes by id, all valid API keys by hash, and whose access was taken away, at one moment; as JSON it is the copy in Redis. */
record DirectoryContent(
        Map<UUID, MonitoredClass> classes, Map<String, KeyGrant> keys, Map<StudentPrincipal, Revocation> revocations) {

    static final DirectoryContent EMPTY = new DirectoryContent(Map.of(), Map.of(), Map.of());

    static DirectoryContent of(
            Collection<MonitoredClass> classes, Collection<KeyGrant> keys, Collection<Revocation> revocations) {
        return new DirectoryContent(
                classes.stream().collect(Collectors.toUnmodifiableMap(MonitoredClass::id, Function.identity())),
                keys.stream().collect(Collectors.toUnmodifiableMap(KeyGrant::hash, Function.identity())),
                revocations.stream().collect(Collectors.toUnmodifiableMap(Revocation::student, Function.identity())));
    }

    String toJson() {
        JsonArray classList = new JsonArray();
        classes.values().forEach(it -> classList.add(json(it)));
        JsonArray keyList = new JsonArray();
        keys.values().forEach(it -> keyList.add(it.toJson()));
        JsonArray revocationList = new JsonArray();
        revocations.values().forEach(it -> revocationList.add(it.toJson()));
        return new JsonObject()
                .put("classes", classList)
                .put("keys", keyList)
                .put("revocations", revocationList)
                .encode();
    }

    static DirectoryContent fromJson(String text) {
        JsonObject json = new JsonObject(text);
        return of(
                json.getJsonArray("classes").stream()
                        .map(it -> monitoredClass((JsonObject) it))
                        .toList(),
                json.getJsonArray("keys").stream()
                        .map(it -> KeyGrant.from((JsonObject) it))
                        .toList(),
                // A copy of an older version has none.
                json.getJsonArray("revocations", new JsonArray()).stream()
                        .map(it -> Revocation.from((JsonObject) it))
                        .toList());
    }

    private static JsonObject json(MonitoredClass it) {
        return new JsonObject()
                .put("id", it.id().toString())
                .put("name", it.name())
                .put("zone", it.zone().getId())
                .put("dayStart", it.dayStart().toString())
                .put("consentRequired", it.consentRequired())
                .put("rules", it.rules().toJson());
    }

    private static MonitoredClass monitoredClass(JsonObject json) {
        return new MonitoredClass(
                UUID.fromString(json.getString("id")),
                json.getString("name"),
                ZoneId.of(json.getString("zone")),
                LocalTime.parse(json.getString("dayStart")),
                json.getBoolean("consentRequired", false),
                // A copy of an older version has none.
                ClassRules.of(json.getJsonObject("rules", new JsonObject())));
    }
}
