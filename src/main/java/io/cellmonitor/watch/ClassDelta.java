package io.cellmonitor.watch;

import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.event.StreamId;
import java.util.List;

/**
 * What happened in a class between two places in the log; names and help messages are in it.
 *
 * @param after the {@code at} of the delta or snapshot before it; equal to {@code at} when time alone changed something
 * @param before what of the changes every screen knows already
 * @param traceparents of its events that are traced, each as often as it has events
 */
public record ClassDelta(
        StreamId after,
        StreamId at,
        List<EventView> events,
        Picture changes,
        ToldBefore before,
        List<String> traceparents) {}
