package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.TimeoutException;
import java.net.ConnectException;
import java.util.stream.Stream;

/** What is said of failures that carry no words of ours, the same inside and outside JAX-RS. */
final class Refusals {

    private Refusals() {}

    static HttpProblem nobody() {
        return Problem.unauthorized("Sign in, or send a credential.");
    }

    static HttpProblem wrongCredential() {
        return Problem.unauthorized("The credential is not valid.");
    }

    static HttpProblem wrongRole() {
        return Problem.forbidden("Your role does not allow this.");
    }

    /** 503 when a store does not answer or refuses connections; anything else is logged. */
    static HttpProblem ofFailure(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Problem.unavailable("A store did not answer in time.", Unexpected.RETRY_AFTER);
        }
        return isRefusedConnection(failure)
                ? Problem.unavailable("A store is away.", Unexpected.RETRY_AFTER)
                : Problem.of(500, Unexpected.logged(failure));
    }

    private static boolean isRefusedConnection(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(ConnectException.class::isInstance);
    }
}
