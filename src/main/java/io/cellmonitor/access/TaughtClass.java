package io.cellmonitor.access;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A class as those who teach it see it.
 *
 * @param zone an IANA zone
 * @param joinCode proves the class, not a person
 */
@Schema(name = "ClassEntry")
public record TaughtClass(UUID id, String name, String zone, String joinCode) {}
