package io.cellmonitor.seating;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture that browsers show, by their first bytes: what a sender calls it does not count. */
enum PictureType {
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    WEBP("image/webp", new byte[] {'R', 'I', 'F', 'F'});

    /** Of a WebP file, behind its length. */
    private static final int WEBP_NAME = 8;

    final String mediaType;
    private final byte[] beginning;

    PictureType(String mediaType, byte[] beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** Empty for anything else. */
    static Optional<PictureType> of(byte[] picture) {
        return Arrays.stream(values()).filter(type -> type.matches(picture)).findFirst();
    }

    private boolean matches(byte[] picture) {
        return startsWith(picture, 0, beginning)
                && (this != WEBP || startsWith(picture, WEBP_NAME, "WEBP".getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean startsWith(byte[] picture, int from, byte[] wanted) {
        return picture.length >= from + wanted.length
                && Arrays.equals(picture, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
