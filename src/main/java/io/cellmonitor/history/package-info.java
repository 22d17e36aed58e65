/**
 * REST out: summary, timelines, sessions, errors. Depends on the stores, watch, classroom, access.
 */
@NullMarked
package io.cellmonitor.history;

import org.jspecify.annotations.NullMarked;
