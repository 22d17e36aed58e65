package io.cellmonitor.influx;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether lines are of the form that InfluxDB parses: 1.6 would keep the others of a batch, 2.x keeps none. */
final class LineProtocol {

    /** A backslash means something before these three only. */
    private static final String NAME = "(?:[^\\\\, =\\n]++|\\\\[, =]?+)++";

    private static final String TEXT = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final String VALUE =
            "(?:" + TEXT + "|[-+]?[0-9][0-9.eE+-]*+[iu]?|true|True|TRUE|false|False|FALSE|[tTfF])";
    private static final String PAIR = NAME + "=";
    private static final Pattern LINE = Pattern.compile(
            NAME + "(?:," + PAIR + NAME + ")*+ +" + PAIR + VALUE + "(?:," + PAIR + VALUE
                    + ")*+(?: +-?[0-9]++)? *(?:\\n|$)",
            Pattern.DOTALL);

    private LineProtocol() {}

    static boolean parses(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8);
        Matcher line = LINE.matcher(text);
        int from = 0;
        while (from < text.length()) {
            line.region(from, text.length());
            if (!line.lookingAt()) {
                return false;
            }
            from = line.end();
        }
        return true;
    }
}
