package io.cellmonitor.joining;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JupyterHubs in a file: {@code [{"name","api","realm","claim","class","classes_by_group":{"group":"class"}}]}; {@code claim} is
 * {@code userName} unless said otherwise, and one of {@code class} and {@code classes_by_group} must be there.
 */
public final class HubsFile {

    private static final Set<String> CLAIMS = Set.of("userName", "userId", "emailAddress");

    private HubsFile() {}

    /** Why the file cannot be used; empty when it can. */
    public static Optional<String> refusal(Path file) {
        try {
            read(file);
            return Optional.empty();
        } catch (HubsUnusable unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        }
    }

    /** Throws {@link HubsUnusable}. */
    static List<Hub> read(Path file) {
        try {
            List<Hub> hubs = new JsonArray(Files.readString(file))
                    .stream().map(each -> hub((JsonObject) each)).toList();
            if (hubs.stream().map(Hub::name).distinct().count() < hubs.size()) {
                throw new HubsUnusable("two hubs have the same name");
            }
            return hubs;
        } catch (IOException unreadable) {
            throw new HubsUnusable("there is no readable file " + file);
        } catch (DecodeException | ClassCastException malformed) {
            throw new HubsUnusable("the file is not a JSON array of hubs: " + file);
        }
    }

    private static Hub hub(JsonObject json) {
        String name = text(json, "name");
        String claim = json.getString("claim", "userName");
        if (!CLAIMS.contains(claim)) {
            throw new HubsUnusable("claim of hub " + name + " is none of userName, userId, emailAddress");
        }
        Map<String, UUID> classesByGroup = new HashMap<>();
        json.getJsonObject("classes_by_group", new JsonObject())
                .forEach(entry -> classesByGroup.put(entry.getKey(), uuid(name, String.valueOf(entry.getValue()))));
        UUID classId = classOf(json, name);
        if (classId == null && classesByGroup.isEmpty()) {
            throw new HubsUnusable("hub " + name + " has neither class nor classes_by_group");
        }
        return new Hub(name, api(json, name), text(json, "realm"), claim, classId, Map.copyOf(classesByGroup));
    }

    private static @Nullable UUID classOf(JsonObject json, String name) {
        String classId = json.getString("class");
        return classId == null ? null : uuid(name, classId);
    }

    private static URI api(JsonObject json, String name) {
        try {
            URI api = URI.create(text(json, "api").replaceFirst("/+$", ""));
            if (api.getHost() != null && ("https".equals(api.getScheme()) || "http".equals(api.getScheme()))) {
                return api;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new HubsUnusable("api of hub " + name + " is not of the form https://host/hub/api");
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new HubsUnusable("hub " + name + " names a class by something that is no id");
        }
    }

    private static String text(JsonObject json, String member) {
        String text = json.getString(member);
        if (text == null || text.isBlank()) {
            throw new HubsUnusable("a hub has no " + member);
        }
        return text;
    }
}
