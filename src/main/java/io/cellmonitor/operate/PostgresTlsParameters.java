package io.cellmonitor.operate;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's address says about TLS, in libpq's words.
 *
 * @param mode {@code disable}, {@code require} (no certificate is looked at), {@code verify-ca} or {@code verify-full} (the host's name too)
 * @param rootCertificate PEM file of the authority; there exactly where certificates are looked at
 */
record PostgresTlsParameters(String mode, Optional<String> rootCertificate) {

    private static final List<String> TRUSTING = List.of("disable", "require");
    private static final List<String> VERIFYING = List.of("verify-ca", "verify-full");
    private static final String FORM =
            "?sslmode=disable, ?sslmode=require, or ?sslmode=verify-ca or verify-full with &sslrootcert=<file of the authority>";

    /** Of what stands behind the {@code ?}; throws IllegalArgumentException, without any value, for what is not understood or not enough. */
    static PostgresTlsParameters of(@Nullable String query) {
        if (query == null) {
            return new PostgresTlsParameters("disable", Optional.empty());
        }
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            if (parameters.put(parts[0], value) != null) {
                throw new IllegalArgumentException("says twice what TLS it takes");
            }
        }
        String mode = parameters.remove("sslmode");
        Optional<String> rootCertificate = Optional.ofNullable(parameters.remove("sslrootcert"));
        boolean understood = mode != null
                && parameters.isEmpty()
                && (rootCertificate.isPresent() ? VERIFYING : TRUSTING).contains(mode);
        if (!understood) {
            throw new IllegalArgumentException("takes behind the database nothing but " + FORM);
        }
        return new PostgresTlsParameters(mode, rootCertificate);
    }

    /** Why they cannot be used here. */
    Optional<String> refusal() {
        return rootCertificate
                .filter(file -> !Files.isReadable(Path.of(file)))
                .map(file -> "there is no readable file " + file + " (sslrootcert)");
    }
}
