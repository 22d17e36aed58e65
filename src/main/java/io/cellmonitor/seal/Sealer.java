package io.cellmonitor.seal;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals bytes with authenticated encryption, bound to the place where they belong: what was sealed for one place opens in no other.
 * Larger contents are compressed first. Safe from any thread.
 */
public final class Sealer {

    private final Aead aead;

    Sealer(Aead aead) {
        this.aead = aead;
    }

    /** Seals the content for a place, e.g. {@code users.display_name/<student>}. */
    public byte[] seal(byte[] content, String place) {
        try {
            return aead.encrypt(Deflated.pack(content), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /** Opens what was sealed for this place; throws {@link NotSealedHere} for anything else, and when the keys are others. */
    public byte[] open(byte[] sealed, String place) {
        try {
            return Deflated.unpack(aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException wrong) {
            throw new NotSealedHere();
        }
    }
}
