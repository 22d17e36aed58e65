package io.cellmonitor.access;

import java.util.UUID;

/**
 * A class as those who teach it see it.
 *
 * @param zone an IANA zone
 * @param joinCode proves the class, not a person
 */
public record TaughtClass(UUID id, String name, String zone, String joinCode) {}
