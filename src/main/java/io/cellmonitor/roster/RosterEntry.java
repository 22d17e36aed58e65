package io.cellmonitor.roster;

import io.cellmonitor.access.StudentSubject;

/** A student whom a class's roster knows, with the roster's name. */
public record RosterEntry(StudentSubject subject) {}
