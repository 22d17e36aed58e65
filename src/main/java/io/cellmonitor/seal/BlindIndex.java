package io.cellmonitor.seal;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Keyed fingerprints (HMAC-SHA-256): equal values have equal ones, and without the key nothing can be learned from them. Safe from any
 * thread.
 */
public final class BlindIndex {

    private static final int BYTES = 32;

    private final PrfSet prf;

    BlindIndex(PrfSet prf) {
        this.prf = prf;
    }

    /** The fingerprint of a student as {@code users.username} holds it: 64 hexadecimal digits. {@code kind}: which claim it is. */
    public String ofStudent(String realm, String kind, String value) {
        return of("student", realm, kind, value);
    }

    /** The fingerprint of an error's shape as {@code learning_events.error_key} holds it: 32 hexadecimal digits. */
    public String ofError(String shape) {
        return of("error", shape).substring(0, 32);
    }

    /** The fingerprint of some parts, for one purpose: 64 hexadecimal digits. */
    public String of(String purpose, String... parts) {
        StringBuilder input = new StringBuilder(purpose);
        for (String part : parts) {
            // The length keeps ("ab","c") and ("a","bc") apart.
            input.append('\n').append(part.length()).append(':').append(part);
        }
        try {
            byte[] hash = prf.computePrimary(input.toString().getBytes(StandardCharsets.UTF_8), BYTES);
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("fingerprint failed", impossible);
        }
    }
}
