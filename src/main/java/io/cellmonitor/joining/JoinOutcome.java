package io.cellmonitor.joining;

import io.cellmonitor.access.Secret;

/** What becomes of somebody who wants to join. */
sealed interface JoinOutcome {

    /** They are in, on a device with this secret. */
    record Joined(Secret secret) implements JoinOutcome {}

    /** A teacher must decide first. */
    record Waiting(String reason) implements JoinOutcome {}

    /** A teacher said no. */
    record Refused() implements JoinOutcome {}

    /** So many wait for a teacher that no more are kept. */
    record TooManyWaiting() implements JoinOutcome {}
}
