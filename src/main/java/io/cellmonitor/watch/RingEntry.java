package io.cellmonitor.watch;

import io.cellmonitor.classroom.EventView;
import io.cellmonitor.event.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * A place in a class's log.
 *
 * @param event what screens show of it; null for what they do not show: it is a place all the same
 */
record RingEntry(StreamId id, @Nullable EventView event) {}
