package io.cellmonitor.store.relational;

/** How bringing the database to this version's tables went. */
public sealed interface MigrationOutcome {

    /** The tables are those of this version. */
    record Done() implements MigrationOutcome {}

    /** PostgreSQL cannot be reached now, or another instance is at it: to be tried again. {@code reason} holds no secret. */
    record Away(String reason) implements MigrationOutcome {}

    /** Only a person can help. {@code line} begins with the variable's name, says what is wrong, and holds neither secret nor values. */
    record Refused(String line) implements MigrationOutcome {}
}
