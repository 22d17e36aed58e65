package io.cellmonitor.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/**
 * The keys: an AEAD keyset (AES-256-GCM, rotated by adding a key and making it primary) and the key of the blind index, which never
 * changes, for who somebody is hangs on it. Immutable; its parts are safe from any thread.
 */
public final class Keyset {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final KeysetHandle aead;
    private final KeysetHandle index;

    Keyset(KeysetHandle aead, KeysetHandle index) {
        this.aead = aead;
        this.index = index;
    }

    /** New random keys. */
    public static Keyset generate() {
        try {
            return new Keyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals and opens with these keys. */
    public Sealer sealer() {
        try {
            return new Sealer(aead.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The blind index with these keys. */
    public BlindIndex blindIndex() {
        try {
            return new BlindIndex(index.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    KeysetHandle aead() {
        return aead;
    }

    KeysetHandle index() {
        return index;
    }
}
