/**
 * HTTP in: the events resource, backpressure, the test route. Answers 202 only after the log has fsynced. Depends on event, seal,
 * access, bus.
 */
@NullMarked
package io.cellmonitor.ingest;

import org.jspecify.annotations.NullMarked;
