package io.cellmonitor.access;

/**
 * Fired at each start, before any event is stored, when PostgreSQL can be reached and has the tables of this version; again if what was done
 * then failed. What must be in them from the beginning is made by its observers, which may block, throw what PostgreSQL failed with, and meet
 * their own rows.
 */
public record TablesReady() {}
