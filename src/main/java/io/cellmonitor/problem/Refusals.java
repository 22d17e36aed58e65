package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

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

    static HttpProblem late() {
        return Problem.unavailable("A store did not answer in time.", Unexpected.RETRY_AFTER);
    }

    static HttpProblem away() {
        return Problem.unavailable("A store is away.", Unexpected.RETRY_AFTER);
    }

    /** Logs it. */
    static HttpProblem unexpected(Throwable failure) {
        return Problem.of(500, Unexpected.logged(failure));
    }
}
