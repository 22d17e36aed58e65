package io.cellmonitor.bus;

/**
 * Fired when the first Redis that answers must not be used: there is nothing to wait for. Later refusals only close the log until the Redis
 * is mended.
 *
 * @param line what is wrong and how to mend it, beginning with the variable's name; no secrets
 */
public record LogRefused(String line) {}
