package io.cellmonitor.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cellmonitor.access.ClassRules;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A watched class without a log or a clock of its own, for tests of what comes after it. */
public final class WatchedLesson {

    public static final MonitoredClass CLASS =
            new MonitoredClass(Lesson.CLASS, "class", ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0));
    public static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** The class with rules of its own. */
    static MonitoredClass ruled(ClassRules rules) {
        return new MonitoredClass(CLASS.id(), CLASS.name(), CLASS.zone(), CLASS.dayStart(), false, rules);
    }

    private final WatchedClass watched = new WatchedClass(
            CLASS,
            new ClassFold(
                    new Classroom(
                            Rules.DEFAULT,
                            new ClassDay(CLASS.zone(), CLASS.dayStart()),
                            new StreamId(Lesson.START.toEpochMilli() - 1, 0)),
                    new ClassWords(new PlainWords()),
                    Set.of()),
            null);

    public WatchedLesson() {
        watched.begin();
    }

    public WatchedClass watched() {
        return watched;
    }

    /** Folds the event and lets the frame leave. */
    public void happen(LoggedEvent event) {
        watched.apply(List.of(event));
        watched.flush(event.receivedAt());
    }
}
