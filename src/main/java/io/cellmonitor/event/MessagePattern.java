package io.cellmonitor.event;

import java.util.List;

/** A message with {@code {}} for what varies. Matching takes time linear in the message: no pattern language, no backtracking. */
record MessagePattern(List<String> fixed) {

    static MessagePattern of(String text) {
        return new MessagePattern(List.of(text.split("\\{}", -1)));
    }

    String shape() {
        return String.join("…", fixed);
    }

    boolean matches(String message) {
        String first = fixed.getFirst();
        String last = fixed.getLast();
        if (fixed.size() == 1) {
            return message.equals(first);
        }
        int end = message.length() - last.length();
        if (end < first.length() || !message.startsWith(first) || !message.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String part : fixed.subList(1, fixed.size() - 1)) {
            int found = message.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
