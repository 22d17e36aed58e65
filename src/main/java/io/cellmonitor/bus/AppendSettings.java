package io.cellmonitor.bus;

import java.time.Duration;

/**
 * How many appends share a transaction, and how many may wait.
 *
 * @param transactionSize events after which a transaction is closed; one call's events are never split
 * @param transactionsInFlight how many are sent and not yet answered
 * @param maxWaitingEvents events that wait for one; more are refused
 * @param maxWaitingBytes their size; more is refused
 * @param timeLimit how long one may go unanswered before its connection is given up
 * @param waitReplicas replicas that must have each event before it is acknowledged; 0 without replicas
 * @param memoryLimit bytes, where Redis has no {@code maxmemory}; 0 for none
 * @param production a Redis that may lose what it acknowledges is refused
 * @param lossAccepted but not where the operator answers for it
 */
record AppendSettings(
        int transactionSize,
        int transactionsInFlight,
        long maxWaitingEvents,
        long maxWaitingBytes,
        Duration timeLimit,
        int waitReplicas,
        long memoryLimit,
        boolean production,
        boolean lossAccepted) {

    /** Measured: up to 256 events, two transactions in flight. */
    static AppendSettings usual(int waitReplicas, long memoryLimit, boolean production, boolean lossAccepted) {
        return new AppendSettings(
                256, 2, 16_384, 64L << 20, Duration.ofSeconds(5), waitReplicas, memoryLimit, production, lossAccepted);
    }
}
