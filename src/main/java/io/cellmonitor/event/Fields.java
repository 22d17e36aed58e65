package io.cellmonitor.event;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of one event by our spelling, whichever dialect it came in. Null counts as absent. Where one field comes in two spellings
 * ours wins and the other goes to the unknown ones.
 *
 * @param known by native name, values as sent
 * @param unknown everything else, by the sender's names
 */
record Fields(Map<String, Object> known, Map<String, Object> unknown) {

    private static final List<String> NATIVE = List.of(
            "eventId",
            "eventType",
            "eventTime",
            "classId",
            "emailAddress",
            "userId",
            "userName",
            "teamName",
            "sessionId",
            "notebookPath",
            "cellId",
            "cellIndex",
            "cellType",
            "code",
            "executionCount",
            "executionDurationMs",
            "hasError",
            "errorName",
            "errorMessage",
            "traceback",
            "result",
            "metadata",
            "cells",
            "cellCount");
    private static final Set<String> NATIVE_NAMES = Set.copyOf(NATIVE);

    /** Other spellings, of fields and of the members of metadata that we read. */
    private static final Map<String, String> SPELLINGS = spellings();

    private static final double A_YEAR_OF_SECONDS = 31_622_400;

    static Fields of(Map<?, ?> event) {
        Fields fields = new Fields(new HashMap<>(), new LinkedHashMap<>());
        boolean envelope = event.get("eventType") == null
                && event.get("event_type") != null
                && event.get("data") instanceof Map<?, ?>;
        fields.take(event, envelope);
        if (envelope && event.get("data") instanceof Map<?, ?> data) {
            fields.take(data, false);
        }
        return fields;
    }

    @Nullable
    Object get(String name) {
        return known.get(name);
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    private void take(Map<?, ?> members, boolean envelope) {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            Object value = member.getValue();
            if (value != null && NATIVE_NAMES.contains(name) && known.putIfAbsent(name, value) != null) {
                unknown.putIfAbsent(name, value);
            }
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            Object value = member.getValue();
            if (value != null && !NATIVE_NAMES.contains(name) && !(envelope && name.equals("data"))) {
                takeOther(name, value);
            }
        }
    }

    private void takeOther(String name, Object value) {
        String ours = SPELLINGS.get(name);
        if (ours == null) {
            unknown.putIfAbsent(name, value);
        } else if (!NATIVE_NAMES.contains(ours)) {
            unknown.putIfAbsent(ours, value);
        } else if (known.putIfAbsent(ours, converted(name, value)) != null) {
            unknown.putIfAbsent(name, value);
        }
    }

    private static Object converted(String name, Object value) {
        return switch (name) {
            case "executionSuccess", "execution_success" -> value instanceof Boolean success ? !success : value;
            case "executionTime", "execution_time" -> value instanceof Number seconds ? milliseconds(seconds) : value;
            default -> value;
        };
    }

    /** In decimal: 1.001 s are 1001 ms, which they would not be as a binary fraction. */
    private static Number milliseconds(Number seconds) {
        if (Math.abs(seconds.doubleValue()) > A_YEAR_OF_SECONDS) {
            return Double.POSITIVE_INFINITY;
        }
        return new BigDecimal(seconds.toString()).movePointRight(3).doubleValue();
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        for (String name : NATIVE) {
            spellings.put(snakeCase(name), name);
        }
        spellings.put("output", "result");
        spellings.put("timestamp", "eventTime");
        spellings.put("executionSuccess", "hasError");
        spellings.put("execution_success", "hasError");
        spellings.put("executionTime", "executionDurationMs");
        spellings.put("execution_time", "executionDurationMs");
        spellings.put("completed_cells", "completedCells");
        spellings.put("total_cells", "totalCells");
        return Map.copyOf(spellings);
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
