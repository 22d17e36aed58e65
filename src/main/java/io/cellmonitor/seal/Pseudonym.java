package io.cellmonitor.seal;

import java.util.HexFormat;
import java.util.UUID;

/** Pseudonyms: a student's UUID made from the blind index, so that nobody need be asked for it. */
public final class Pseudonym {

    private Pseudonym() {}

    /** The UUID (version 8, RFC 9562) of a student's blind index (64 hexadecimal digits). */
    public static UUID of(String username) {
        long most = HexFormat.fromHexDigitsToLong(username, 0, 16);
        long least = HexFormat.fromHexDigitsToLong(username, 16, 32);
        return new UUID((most & ~0xF000L) | 0x8000L, (least & ~(0b11L << 62)) | (0b10L << 62));
    }
}
