package io.cellmonitor.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what was mended in one event, for {@code metadata._dropped} and {@code metadata._cut}. Not thread-safe. */
final class Mending {

    static final String DROPPED = "_dropped";
    static final String CUT = "_cut";

    private final List<String> dropped = new ArrayList<>(0);
    private final List<String> cut = new ArrayList<>(0);

    void drop(String field) {
        dropped.add(field);
    }

    void cut(String field) {
        cut.add(field);
    }

    /** The metadata with these notes; a sender's own notes stay before ours. */
    Map<String, @Nullable Object> notedIn(Map<String, @Nullable Object> metadata) {
        if (dropped.isEmpty() && cut.isEmpty()) {
            return metadata;
        }
        Map<String, @Nullable Object> noted = new LinkedHashMap<>(metadata);
        note(noted, DROPPED, dropped);
        note(noted, CUT, cut);
        return noted;
    }

    private static void note(Map<String, @Nullable Object> metadata, String key, List<String> fields) {
        if (fields.isEmpty()) {
            return;
        }
        List<@Nullable Object> all = new ArrayList<>();
        if (metadata.get(key) instanceof List<?> before) {
            all.addAll(before);
        }
        for (String field : fields) {
            if (!all.contains(field)) {
                all.add(field);
            }
        }
        metadata.put(key, all);
    }
}
