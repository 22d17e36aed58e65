package io.cellmonitor.joining;

import io.cellmonitor.access.CachedClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.access.Secret;
import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.access.StudentTokens;
import io.cellmonitor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives a token to whom a grant lets in, unless a teacher took their access away. */
@ApplicationScoped
class Tokens {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final StudentTokens tokens;
    private final CachedClassDirectory directory;

    Tokens(StudentTokens tokens, CachedClassDirectory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /** Throws a problem: 403 when the access was taken away, 503 when the class is not known on this instance yet. */
    TokenAnswer give(Admitted admitted) {
        StudentPrincipal student = admitted.subject().principal();
        if (directory.isBlocked(student)) {
            throw Problem.forbidden("A teacher has taken this student's access to the class away.");
        }
        MonitoredClass monitored = directory
                .find(student.classId())
                .orElseThrow(() -> Problem.unavailable("The class is not loaded yet.", SOON));
        return new TokenAnswer(
                tokens.issue(admitted.subject()),
                StudentTokens.LIFETIME.toSeconds(),
                text(admitted.deviceSecret()),
                new TokenAnswer.TokenStudent(student.studentId(), admitted.displayName(), admitted.verified()),
                new TokenAnswer.TokenClass(monitored.id(), monitored.name()),
                monitored.consentRequired());
    }

    private static @Nullable String text(@Nullable Secret secret) {
        return secret == null ? null : secret.text();
    }
}
