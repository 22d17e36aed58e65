package io.cellmonitor.bus;

/**
 * How far a store is behind the log.
 *
 * @param entries events not yet stored, at most {@link LogLag#MOST}: that many means "so many or more"
 * @param milliseconds how long the oldest of them has been in the log; 0 when there are none
 */
public record GroupLag(long entries, long milliseconds) {}
