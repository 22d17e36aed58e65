package io.cellmonitor.lesson;

import io.cellmonitor.history.HistoryCaller;
import io.cellmonitor.history.TimeRange;
import io.cellmonitor.store.relational.WorkingReads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a class was taught, from all that tells it. */
@ApplicationScoped
class LessonHistory {

    private static final Duration MONTH = Duration.ofDays(31);

    private final Lessons lessons;
    private final Timetables timetables;
    private final WorkingReads reads;
    private final HistoryCaller classes;

    LessonHistory(Lessons lessons, Timetables timetables, WorkingReads reads, HistoryCaller classes) {
        this.lessons = lessons;
        this.timetables = timetables;
        this.reads = reads;
        this.classes = classes;
    }

    /** Newest first. Throws a problem that names the field and its limit. */
    Uni<List<Lesson>> of(UUID caller, UUID classId, @Nullable String from, @Nullable String to) {
        Instant now = Instant.now();
        ZoneId zone = classes.zone(classId);
        TimeRange range = TimeRange.of(from, to, MONTH, zone, now);
        return Uni.combine()
                .all()
                .unis(
                        lessons.between(caller, classId, range.from(), range.to()),
                        timetables.of(caller, classId),
                        reads.spans(caller, classId, range.from(), range.to()))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> new LessonTimes(zone, all.getItem1(), all.getItem2(), all.getItem3())
                        .between(range.from(), range.to(), now));
    }
}
