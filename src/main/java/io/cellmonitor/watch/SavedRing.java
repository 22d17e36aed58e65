package io.cellmonitor.watch;

import io.cellmonitor.event.StreamId;
import java.util.List;

/**
 * What the log itself cannot tell of a class's latest events, so that a ring can be filled from it again.
 *
 * @param start the place that the ring began at
 * @param hidden places after it whose events screens do not show: sent twice, a teacher's own, or beyond the fold's bounds
 * @param ended help requests that ended after it
 * @param endedForgotten up to this place ended requests are no longer known
 */
record SavedRing(StreamId start, List<StreamId> hidden, List<EndedHelp> ended, StreamId endedForgotten) {}
