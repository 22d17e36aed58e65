package io.cellmonitor.roster;

import java.security.SecureRandom;

/**
 * A code like {@code 7QK-2MD} that a class is joined by: read aloud and from a projector, so without letters and digits that are taken for
 * each other (0 O, 1 I L, 5 S, 8 B, U V).
 */
final class JoinCode {

    static final String ALPHABET = "234679ACDEFGHJKMNPQRTWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private JoinCode() {}

    static String random() {
        StringBuilder code = new StringBuilder(7);
        for (int i = 0; i < 6; i++) {
            if (i == 3) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
