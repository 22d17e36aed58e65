package io.cellmonitor.watch;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.ClassroomState;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.ClassReads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A class as its fold saw it at an instant: the same fold over what PostgreSQL holds of that day, in log order. */
@ApplicationScoped
public class Replays {

    private static final int PAGE = 2_000;

    private final ClassReads reads;
    private final History history;
    private final WordOpener opener;

    Replays(ClassReads reads, History history, WordOpener opener) {
        this.reads = reads;
        this.history = history;
        this.opener = opener;
    }

    /**
     * The class as it was at {@code at}, as far as it is stored, under its rules of today. {@code caller} sees what row-level security shows
     * them. Without a time limit of its own; completes on a worker thread.
     */
    public Uni<ClassSnapshot> at(UUID caller, MonitoredClass monitored, Instant at) {
        ClassDay classDay = new ClassDay(monitored.zone(), monitored.dayStart());
        LocalDate day = classDay.of(at);
        StreamId start = new StreamId(classDay.startOf(day).toEpochMilli() - 1, Long.MAX_VALUE);
        return history.staff(monitored.id())
                .map(staff -> new ClassFold(
                        new Classroom(FoldLoading.rules(monitored), classDay, ClassroomState.empty(day, start)),
                        new ClassWords(opener),
                        staff))
                .chain(fold -> read(caller, monitored.id(), fold, start, at))
                .map(fold -> snapshot(monitored, fold, day, at));
    }

    private Uni<ClassFold> read(UUID caller, UUID classId, ClassFold fold, StreamId after, Instant at) {
        return reads.log(caller, classId, after, new StreamId(at.toEpochMilli(), Long.MAX_VALUE), PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(events -> {
                    events.forEach(fold::apply);
                    return events.size() < PAGE
                            ? Uni.createFrom().item(fold)
                            : read(caller, classId, fold, last(events), at);
                });
    }

    private static StreamId last(List<LoggedEvent> events) {
        return events.getLast().id();
    }

    private static ClassSnapshot snapshot(MonitoredClass monitored, ClassFold fold, LocalDate day, Instant at) {
        fold.at(at);
        return new ClassSnapshot(fold.position(), monitored, day, fold.picture(), fold.totals());
    }
}
