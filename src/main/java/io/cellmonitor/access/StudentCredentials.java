package io.cellmonitor.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose student's token a request carries. Answers at once, from any thread, and asks no store. */
@ApplicationScoped
public class StudentCredentials {

    private final StudentTokens tokens;
    private final CachedClassDirectory directory;

    StudentCredentials(StudentTokens tokens, CachedClassDirectory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /** By a header {@code Authorization}; empty without one, for anything that is no token, and for a token that is not valid or was revoked. */
    public Optional<StudentSubject> subject(@Nullable String authorization) {
        return BearerToken.of(authorization)
                .filter(StudentCredentials::mayBeToken)
                .flatMap(tokens::verify)
                .filter(token -> !directory.isVoid(token.subject().principal(), token.issuedAt()))
                .map(StudentTokens.Verified::subject);
    }

    /** Keys have no dots, so that no key is ever tried as a token. */
    private static boolean mayBeToken(String text) {
        return text.indexOf('.') >= 0;
    }
}
