package io.cellmonitor.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings metadata, and the unknown fields that go to it, within their limits: 8 KiB, depth 5 (metadata itself is depth 1). */
final class MetadataMending {

    static final int BYTES = 8 * 1024;
    static final int DEPTH = 5;
    static final int MESSAGE_CODE_POINTS = 500;

    private static final String MESSAGE = "message";

    private final List<String> dropped = new ArrayList<>(0);
    private boolean tooDeep;

    private MetadataMending() {}

    /** The mended metadata, without notes; those go to {@code mending}. */
    static Map<String, @Nullable Object> mend(
            @Nullable Object metadata, Map<String, Object> unknown, String type, Mending mending) {
        MetadataMending walk = new MetadataMending();
        Map<String, @Nullable Object> merged = walk.merged(metadata, unknown, mending);
        if (merged.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable Object> clean = walk.object(merged, 1, "metadata");
        if (walk.tooDeep || walk.isTooLarge(clean)) {
            mending.drop("metadata");
            return Map.of();
        }
        walk.dropped.forEach(mending::drop);
        cutMessage(clean, type, mending);
        return clean;
    }

    private Map<String, @Nullable Object> merged(
            @Nullable Object metadata, Map<String, Object> unknown, Mending mending) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        if (metadata instanceof Map<?, ?> members) {
            members.forEach((name, value) -> merged.put((String) name, value));
        } else if (metadata != null) {
            mending.drop("metadata");
        }
        unknown.forEach((name, value) -> {
            if (merged.putIfAbsent(name, value) != null) {
                dropped.add(MendedText.storable(name));
            }
        });
        return merged;
    }

    private boolean isTooLarge(Map<String, @Nullable Object> clean) {
        long bytes = JsonWriting.length(clean);
        for (String path : dropped) {
            bytes += path.length() + 3L;
        }
        return bytes > BYTES;
    }

    private static void cutMessage(Map<String, @Nullable Object> metadata, String type, Mending mending) {
        if (type.equals(EventTypes.HELP) && metadata.get(MESSAGE) instanceof String message) {
            String cut = MendedText.cutToCodePoints(message, MESSAGE_CODE_POINTS);
            if (cut.length() < message.length()) {
                metadata.put(MESSAGE, cut);
                mending.cut("metadata.message");
            }
        }
    }

    private Map<String, @Nullable Object> object(Map<?, ?> members, int depth, String path) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        if (isTooDeep(depth)) {
            return clean;
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = MendedText.storable((String) member.getKey());
            if (isInfinite(member.getValue())) {
                dropped.add(path + "." + name);
            } else {
                clean.put(name, value(member.getValue(), depth, path, name));
            }
        }
        return clean;
    }

    private List<@Nullable Object> array(List<?> elements, int depth, String path) {
        List<@Nullable Object> clean = new ArrayList<>();
        if (isTooDeep(depth)) {
            return clean;
        }
        for (int index = 0; index < elements.size(); index++) {
            Object element = elements.get(index);
            if (isInfinite(element)) {
                // null keeps the places of the others, as JSON.stringify does.
                dropped.add(path + "." + index);
                clean.add(null);
            } else {
                clean.add(value(element, depth, path, Integer.toString(index)));
            }
        }
        return clean;
    }

    private @Nullable Object value(@Nullable Object value, int depth, String path, String name) {
        if (value instanceof String text) {
            return MendedText.storable(text);
        }
        if (value instanceof Map<?, ?> members) {
            return object(members, depth + 1, path + "." + name);
        }
        if (value instanceof List<?> elements) {
            return array(elements, depth + 1, path + "." + name);
        }
        if (value == JsonValues.TOO_DEEP) {
            tooDeep = true;
            return null;
        }
        return value;
    }

    private boolean isTooDeep(int depth) {
        tooDeep |= depth > DEPTH;
        return tooDeep;
    }

    private static boolean isInfinite(@Nullable Object value) {
        return value instanceof Double number && number.isInfinite();
    }
}
