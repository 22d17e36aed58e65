package io.cellmonitor.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes single fields, each within its limits: what is wrong is dropped, what is too long is cut, both are noted. */
final class FieldMending {

    static final int IDENTIFIER_CODE_POINTS = 128;
    static final int CELLS = 2_000;

    private static final Set<String> CELL_TYPES = Set.of("code", "markdown", "raw");

    private final Fields fields;
    private final Mending mending;

    FieldMending(Fields fields, Mending mending) {
        this.fields = fields;
        this.mending = mending;
    }

    /** Text of at most so many code points. */
    @Nullable
    String text(String name, int codePoints) {
        String text = storable(name);
        return text == null ? null : noted(name, text, MendedText.cutToCodePoints(text, codePoints));
    }

    /** Text of at most so many bytes of UTF-8. */
    @Nullable
    String longText(String name, int bytes) {
        String text = storable(name);
        return text == null ? null : noted(name, text, MendedText.cutToBytes(text, bytes));
    }

    /** An identifier of 1 to so many code points; a cut one would be another one, so it is dropped. */
    @Nullable
    String identifier(String name, int codePoints) {
        String text = storable(name);
        if (text == null || (!text.isEmpty() && text.codePointCount(0, text.length()) <= codePoints)) {
            return text;
        }
        mending.drop(name);
        return null;
    }

    /** A whole number between 0 and {@code largest}; fractions are rounded down. */
    @Nullable
    Long whole(String name, long largest) {
        Object value = fields.get(name);
        if (value == null) {
            return null;
        }
        Long whole = Numbers.wholeBetween0And(value, largest);
        if (whole == null) {
            mending.drop(name);
        }
        return whole;
    }

    /** The same, for limits that fit an int. */
    @Nullable
    Integer number(String name, int largest) {
        Long whole = whole(name, largest);
        return whole == null ? null : whole.intValue();
    }

    @Nullable
    Boolean flag(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        mending.drop(name);
        return null;
    }

    @Nullable
    String cellType() {
        Object value = fields.get("cellType");
        if (value == null || (value instanceof String type && CELL_TYPES.contains(type))) {
            return (String) value;
        }
        mending.drop("cellType");
        return null;
    }

    @Nullable
    Instant eventTime(ZoneId zone, Instant now) {
        Object value = fields.get("eventTime");
        Instant time = value == null ? null : EventTime.read(value, zone);
        if (time != null && EventTime.isPlausible(time, now)) {
            return time;
        }
        if (value != null) {
            mending.drop("eventTime");
        }
        return null;
    }

    List<CellRef> cells(String type) {
        Object value = fields.get("cells");
        if (value == null) {
            return List.of();
        }
        if (!type.equals(EventTypes.NOTEBOOK_OPENED) || !(value instanceof List<?> elements)) {
            mending.drop("cells");
            return List.of();
        }
        List<CellRef> cells = new ArrayList<>();
        for (Object element : elements.subList(0, Math.min(elements.size(), CELLS))) {
            CellRef cell = cell(element);
            if (cell == null) {
                mending.drop("cells");
            } else {
                cells.add(cell);
            }
        }
        if (elements.size() > CELLS) {
            mending.cut("cells");
        }
        return List.copyOf(cells);
    }

    private static @Nullable CellRef cell(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> members)
                || !(members.get("id") instanceof String sent)
                || !(members.get("type") instanceof String type)
                || !CELL_TYPES.contains(type)) {
            return null;
        }
        String id = MendedText.storable(sent);
        boolean fits = !id.isEmpty() && id.codePointCount(0, id.length()) <= IDENTIFIER_CODE_POINTS;
        return fits ? new CellRef(id, type) : null;
    }

    private @Nullable String storable(String name) {
        Object value = fields.get(name);
        if (value instanceof String text) {
            return MendedText.storable(text);
        }
        if (value != null) {
            mending.drop(name);
        }
        return null;
    }

    private String noted(String name, String text, String cut) {
        if (cut.length() < text.length()) {
            mending.cut(name);
        }
        return cut;
    }
}
