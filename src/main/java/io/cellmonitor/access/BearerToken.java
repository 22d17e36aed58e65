package io.cellmonitor.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credential in a header {@code Authorization: Bearer ...} (RFC 6750): an API key or a student's token. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Empty without the header, and for another scheme. */
    static Optional<String> of(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
