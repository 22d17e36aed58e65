package io.cellmonitor.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose API key a request carries. Answers at once, from any thread. */
@ApplicationScoped
public class SenderKeys {

    private final CachedClassDirectory directory;

    SenderKeys(CachedClassDirectory directory) {
        this.directory = directory;
    }

    /** By a header {@code Authorization}; empty without one, and for a key that is not known. */
    public Optional<Sender> sender(@Nullable String authorization) {
        return BearerToken.of(authorization).flatMap(text -> directory.sender(new Secret(text).hexHash()));
    }
}
