package io.cellmonitor.access;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtHmacKey;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** {@link TokenKeys} at work: HMAC-SHA-256 (HS256) by Tink, which reads no algorithm out of a token. */
final class TokenMac {

    static {
        try {
            JwtMacConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private TokenMac() {}

    /** Signs with the first key, accepts all. Safe from any thread. */
    static JwtMac of(TokenKeys keys) {
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (byte[] key : keys.keys()) {
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(key(key)).withRandomId();
                keyset.addEntry(keyset.size() == 0 ? entry.makePrimary() : entry);
            }
            return keyset.build().getPrimitive(RegistryConfiguration.get(), JwtMac.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AccessesPartialKey
    private static JwtHmacKey key(byte[] key) throws GeneralSecurityException {
        return JwtHmacKey.builder()
                .setParameters(JwtHmacParameters.builder()
                        .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
                        .setKidStrategy(JwtHmacParameters.KidStrategy.IGNORED)
                        .setKeySizeBytes(key.length)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
    }
}
