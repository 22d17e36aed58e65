package io.cellmonitor.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose API key a request carries. Answers at once, from any thread. */
@ApplicationScoped
public class SenderKeys {

    private static final String BEARER = "Bearer ";

    private final CachedClassDirectory directory;

    SenderKeys(CachedClassDirectory directory) {
        this.directory = directory;
    }

    /** By a header {@code Authorization}; empty without one, and for a key that is not known. */
    public Optional<Sender> sender(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? directory.sender(
                        new Secret(authorization.substring(BEARER.length()).strip()).hexHash())
                : Optional.empty();
    }
}
