/**
 * The state of a class as a pure fold over events: no clock, no I/O, no framework. Depends on event.
 */
@NullMarked
package io.cellmonitor.classroom;

import org.jspecify.annotations.NullMarked;
