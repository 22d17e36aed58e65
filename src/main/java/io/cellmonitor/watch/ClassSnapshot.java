package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.classroom.Totals;
import io.cellmonitor.event.StreamId;
import java.time.LocalDate;

/** All of a class at a place in the log; names and help messages are in it. */
public record ClassSnapshot(
        StreamId at, MonitoredClass monitored, LocalDate day, Picture picture, Totals totals) {}
