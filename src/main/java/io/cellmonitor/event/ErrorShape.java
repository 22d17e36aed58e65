package io.cellmonitor.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an error: its name, and its message if it is one of Python's or a common library's own, with {@code …} for whatever varies.
 * A message that fits no shipped pattern may hold anything ({@code raise ValueError("my name is ...")}), so nothing of it is kept: no
 * student's word ever gets into a shape.
 */
public final class ErrorShape {

    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST = 300;

    /** Where SyntaxError says where: {@code (1850221797.py, line 1)}. */
    private static final Pattern PLACE = Pattern.compile(" ?\\([^()]{0,200}, line \\d{1,9}\\)$");

    private static final Map<String, List<MessagePattern>> PATTERNS = patterns();

    private ErrorShape() {}

    /** The shape, at most 300 characters; null without a name and a message. */
    public static @Nullable String of(@Nullable String errorName, @Nullable String errorMessage) {
        String name = KnownErrorNames.plain(errorName);
        if (name == null) {
            return errorMessage == null || errorMessage.isEmpty() ? null : KnownErrorNames.OTHER;
        }
        String message = errorMessage == null ? "" : firstLine(errorMessage, name);
        for (MessagePattern pattern : PATTERNS.getOrDefault(name, List.of())) {
            if (pattern.matches(message)) {
                return MendedText.cutToCodePoints(name + ": " + pattern.shape(), LONGEST);
            }
        }
        return name;
    }

    private static String firstLine(String message, String name) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        if (line.length() > LONGEST_MESSAGE) {
            return "";
        }
        String withoutName = line.startsWith(name + ": ") ? line.substring(name.length() + 2) : line;
        return PLACE.matcher(withoutName.strip()).replaceFirst("");
    }

    private static Map<String, List<MessagePattern>> patterns() {
        Map<String, List<MessagePattern>> patterns = new HashMap<>();
        for (String line : ResourceLines.of("/event/error-messages.txt")) {
            int colon = line.indexOf(": ");
            patterns.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(MessagePattern.of(line.substring(colon + 2)));
        }
        return Map.copyOf(patterns);
    }
}
