/**
 * Follows events from their request through the log to the stores' commit and the screen, as spans of OpenTelemetry. Any package may use it. It hides the library: what
 * decides whether a request is recorded, how a trace travels in an entry of the log, and that nothing but these spans is recorded. A span tells when, how long and how
 * many, never who or what (promise 11).
 */
@NullMarked
package io.cellmonitor.trace;

import org.jspecify.annotations.NullMarked;
