package io.cellmonitor.history;

import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.history.OwnView.OwnCell;
import io.cellmonitor.history.OwnView.OwnClass;
import io.cellmonitor.history.OwnView.OwnDay;
import io.cellmonitor.history.OwnView.OwnRequest;
import io.cellmonitor.history.OwnView.ReceivedHint;
import io.cellmonitor.store.relational.ClassReads;
import io.cellmonitor.store.relational.OwnReads;
import io.cellmonitor.store.relational.OwnReads.HelpRow;
import io.cellmonitor.store.relational.OwnReads.HintRow;
import io.cellmonitor.watch.HelpWords;
import io.cellmonitor.watch.WatchedClasses;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A student's own data: of their day from the fold, the rest from PostgreSQL. */
@ApplicationScoped
class OwnHistory {

    private static final int MOST_CELLS = 500;
    private static final int LATEST = 50;
    private static final Duration FOLD = Duration.ofSeconds(5);
    private static final StreamId END = new StreamId(Long.MAX_VALUE, Long.MAX_VALUE);

    private final WatchedClasses classes;
    private final ClassReads reads;
    private final OwnReads own;
    private final RowUnsealing unsealing;

    OwnHistory(WatchedClasses classes, ClassReads reads, OwnReads own, RowUnsealing unsealing) {
        this.classes = classes;
        this.reads = reads;
        this.own = own;
        this.unsealing = unsealing;
    }

    Uni<OwnView> of(UUID student, MonitoredClass monitored) {
        UUID classId = monitored.id();
        ClassDay day = new ClassDay(monitored.zone(), monitored.dayStart());
        Instant morning = day.startOf(day.of(Instant.now()));
        return Uni.combine()
                .all()
                .unis(
                        today(student, monitored),
                        own.cells(student, classId, morning, MOST_CELLS),
                        reads.runs(student, classId, student, END, LATEST),
                        own.help(student, classId, LATEST),
                        own.hints(student, classId, LATEST))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> new OwnView(
                        student,
                        new OwnClass(classId, monitored.name()),
                        all.getItem1().orElse(null),
                        all.getItem2().stream().map(OwnCell::of).toList(),
                        all.getItem3().stream().map(unsealing::run).toList(),
                        all.getItem4().stream()
                                .map(row -> request(student, row))
                                .toList(),
                        all.getItem5().stream().map(row -> hint(student, row)).toList()));
    }

    private Uni<Optional<OwnDay>> today(UUID student, MonitoredClass monitored) {
        return classes.watch(monitored)
                .ifNoItem()
                .after(FOLD)
                .fail()
                .map(watched -> watched.student(student).map(OwnDay::of))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private OwnRequest request(UUID student, HelpRow row) {
        return new OwnRequest(
                row.request(),
                row.state(),
                row.askedAt(),
                row.endedAt(),
                unsealing.said(student, row.eventId(), row.sealed(), "message"));
    }

    private ReceivedHint hint(UUID student, HintRow row) {
        return new ReceivedHint(
                row.id(),
                unsealing.said(student, row.eventId(), row.sealed(), HelpWords.HINT_TEXT),
                row.notebookPath(),
                row.cellId(),
                row.sentAt(),
                row.seenAt(),
                unsealing.said(student, row.eventId(), row.sealed(), HelpWords.TEACHER_NAME));
    }
}
