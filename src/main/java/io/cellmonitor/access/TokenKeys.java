package io.cellmonitor.access;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys of students' tokens: the first signs, all are accepted, so that a key is changed without a pause (put the new one second, then
 * first, then take the old one away). At most four, each at least 256 bits.
 */
public record TokenKeys(List<byte[]> keys) {

    private static final int MOST = 4;
    private static final int FEWEST_BYTES = 32;

    /**
     * Reads keys in base64 with blanks, line ends or commas between them; throws {@link TokenKeysUnusable}, which names {@code setting}, for
     * anything else.
     */
    public static TokenKeys of(String text, String setting) {
        List<byte[]> keys = new ArrayList<>();
        for (String word : text.strip().split("[\\s,]+")) {
            keys.add(key(word, setting));
        }
        if (keys.size() > MOST) {
            throw new TokenKeysUnusable(setting, "holds more than " + MOST + " keys");
        }
        return new TokenKeys(List.copyOf(keys));
    }

    private static byte[] key(String word, String setting) {
        try {
            byte[] key = Base64.getDecoder().decode(word);
            if (key.length >= FEWEST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below: its own message may quote the key.
        }
        throw new TokenKeysUnusable(
                setting, "holds no key of at least " + FEWEST_BYTES + " bytes in base64 (openssl rand -base64 32)");
    }

    @Override
    public String toString() {
        return "TokenKeys[" + keys.size() + "]";
    }
}
