/**
 * PostgreSQL and Redis for tests, {@code ./dev run} and measurements: embedded ones out of Maven artifacts, Debian's where they are installed; each
 * started on a free port of this machine, and gone when whoever started it is.
 */
package io.cellmonitor.servers;
