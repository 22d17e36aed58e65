package io.cellmonitor.store.relational;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of learning sessions: UUIDv5 (RFC 9562) in the name space of the class, so that every writer computes the same. */
final class SessionIds {

    private SessionIds() {}

    /** The session that a sender calls {@code sessionId}; {@code notebook} is null for runs without a path. */
    static UUID of(UUID classId, UUID student, @Nullable UUID notebook, String sessionId) {
        MessageDigest sha1 = sha1();
        sha1.update(bytes(classId));
        sha1.update(bytes(student));
        sha1.update(bytes(notebook == null ? new UUID(0, 0) : notebook));
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(sessionId.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
