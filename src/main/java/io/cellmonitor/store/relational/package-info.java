/**
 * PostgreSQL, the source of truth: the subscriber that writes events exactly once, the reader of event history, dead
 * letters. Hides SQL and row-level security. Depends on event, seal, bus.
 */
@NullMarked
package io.cellmonitor.store.relational;

import org.jspecify.annotations.NullMarked;
