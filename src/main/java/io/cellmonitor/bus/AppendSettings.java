package io.cellmonitor.bus;

import java.time.Duration;

/**
 * How appends are grouped and bounded.
 *
 * @param groupSize commands after which a pipeline is closed; one call's events are never split
 * @param groupsInFlight pipelines sent and not yet answered
 * @param maxWaitingEvents events waiting for a pipeline; more are refused
 * @param maxWaitingBytes their size; more is refused
 * @param timeLimit how long a pipeline may go unanswered before its connection is given up
 * @param waitReplicas replicas that must have each event before it is acknowledged; 0 without replicas
 * @param memoryLimit bytes, where Redis has no {@code maxmemory}; 0 for none
 * @param production a Redis that may lose what it acknowledges is refused
 * @param lossAccepted but not where the operator answers for it
 */
record AppendSettings(
        int groupSize,
        int groupsInFlight,
        long maxWaitingEvents,
        long maxWaitingBytes,
        Duration timeLimit,
        int waitReplicas,
        long memoryLimit,
        boolean production,
        boolean lossAccepted) {

    /** Measured: up to 256 commands, two pipelines in flight. */
    static AppendSettings usual(int waitReplicas, long memoryLimit, boolean production, boolean lossAccepted) {
        return new AppendSettings(
                256, 2, 16_384, 64L << 20, Duration.ofSeconds(5), waitReplicas, memoryLimit, production, lossAccepted);
    }
}
