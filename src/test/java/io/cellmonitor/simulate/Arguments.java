package io.cellmonitor.simulate;

import java.util.LinkedHashMap;
import java.util.Map;

/** A command line of {@code --name value} and {@code --name}. */
final class Arguments {

    private final Map<String, String> given = new LinkedHashMap<>();

    Arguments(String[] words) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown: " + words[i]);
            }
            boolean hasValue = i + 1 < words.length && !words[i + 1].startsWith("--");
            given.put(words[i].substring(2), hasValue ? words[++i] : "");
        }
    }

    String text(String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }

    /** A finite number, 0 or more. */
    double number(String name, double otherwise) {
        String text = text(name, Double.toString(otherwise));
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, in the same words as a negative one.
        }
        throw new IllegalArgumentException("--" + name + " wants a number, 0 or more");
    }

    boolean flag(String name) {
        return given.remove(name) != null;
    }

    void nothingLeft() {
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: --" + String.join(", --", given.keySet()));
        }
    }
}
