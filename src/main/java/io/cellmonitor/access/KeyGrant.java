package io.cellmonitor.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an API key, known by the hex SHA-256 of its text, permits. */
record KeyGrant(String hash, Sender sender) {

    JsonObject toJson() {
        JsonArray classes = new JsonArray();
        sender.classes().forEach(id -> classes.add(id.toString()));
        return new JsonObject()
                .put("hash", hash)
                .put("realm", sender.realm())
                .put("trusted", sender.trusted())
                .put("classes", classes);
    }

    static KeyGrant from(JsonObject json) {
        Set<UUID> classes = json.getJsonArray("classes").stream()
                .map(id -> UUID.fromString((String) id))
                .collect(Collectors.toUnmodifiableSet());
        return new KeyGrant(
                json.getString("hash"),
                new Sender(
                        json.getString("hash"), json.getString("realm"), classes, json.getBoolean("trusted"), false));
    }
}
