package io.cellmonitor.event;

/** Makes text storable and keeps it within its limits. */
final class MendedText {

    private static final char REPLACEMENT = '\uFFFD';

    private MendedText() {}

    /** U+0000 and lone surrogates become U+FFFD: PostgreSQL and UTF-8 have no place for them. The same text when there is nothing to do. */
    static String storable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isBad(text, at)) {
                return replaced(text, at);
            }
        }
        return text;
    }

    /** The longest beginning of at most {@code limit} code points. */
    static String cutToCodePoints(String text, int limit) {
        if (text.length() <= limit || text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit));
    }

    /** The longest beginning of at most {@code limit} bytes of UTF-8 that ends at a code point; for storable text. */
    static String cutToBytes(String text, int limit) {
        if (text.length() * 3L <= limit) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > limit) {
                return text.substring(0, at);
            }
            at += Character.charCount(codePoint);
        }
        return text;
    }

    private static boolean isBad(String text, int at) {
        char unit = text.charAt(at);
        if (unit == 0) {
            return true;
        }
        if (!Character.isSurrogate(unit)) {
            return false;
        }
        if (Character.isHighSurrogate(unit)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String replaced(String text, int from) {
        char[] units = text.toCharArray();
        for (int at = from; at < units.length; at++) {
            if (isBad(text, at)) {
                units[at] = REPLACEMENT;
            }
        }
        return new String(units);
    }
}
