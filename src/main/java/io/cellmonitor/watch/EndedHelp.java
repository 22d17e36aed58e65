package io.cellmonitor.watch;

import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.StreamId;

/** A help request that was seen at a place of the log to wait no longer; without its words. */
record EndedHelp(StreamId at, HelpView request) {}
