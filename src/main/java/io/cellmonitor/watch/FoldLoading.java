package io.cellmonitor.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.ClassRules;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.bus.EventLog;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.ClassroomState;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a fold: the saved state, or PostgreSQL below the floor of the log, then the log. */
final class FoldLoading {

    private static final Logger LOGGER = Logger.getLogger(FoldLoading.class);
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final History history;
    private final WordOpener opener;
    private final ObjectMapper json;

    FoldLoading(EventLog log, History history, WordOpener opener, ObjectMapper json) {
        this.log = log;
        this.history = history;
        this.opener = opener;
        this.json = json;
    }

    /** The fold up to the end of the log as it is when this begins; joining it with the tail is the caller's part. */
    Uni<LoadedFold> load(MonitoredClass monitored, Instant now) {
        UUID id = monitored.id();
        return history.staff(id)
                .chain(staff -> start(monitored, staff, now))
                .chain(fold -> log.first().chain(floor -> fromHistory(fold, floor)))
                .chain(this::named)
                .chain(fold -> log.last().chain(end -> fromLog(fold, end)));
    }

    /** Off the event loop: a day's state is some megabytes. */
    private Uni<LoadedFold> start(MonitoredClass monitored, Set<UUID> staff, Instant now) {
        ClassWords words = new ClassWords(opener);
        return history.loadState(monitored.id())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(saved -> saved.flatMap(bytes -> read(monitored, bytes, now))
                        .map(state -> restore(monitored, words, staff, state))
                        .orElseGet(() -> empty(monitored, words, staff, now)));
    }

    /** PostgreSQL's events come without names. These are read after them, for a student may have come while they were read. */
    private Uni<LoadedFold> named(LoadedFold fold) {
        return history.sealedNames(fold.watched().monitored().id())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(names -> {
                    fold.watched().learnNames(names);
                    return fold;
                });
    }

    private static LoadedFold empty(MonitoredClass monitored, ClassWords words, Set<UUID> staff, Instant now) {
        ClassDay day = day(monitored);
        LocalDate today = day.of(now);
        StreamId start = new StreamId(day.startOf(today).toEpochMilli() - 1, Long.MAX_VALUE);
        Classroom classroom = new Classroom(rules(monitored), day, ClassroomState.empty(today, start));
        return loaded(monitored, new ClassFold(classroom, words, staff), null);
    }

    private static LoadedFold restore(MonitoredClass monitored, ClassWords words, Set<UUID> staff, SavedClass saved) {
        words.help().learn(saved.help());
        Classroom classroom =
                new Classroom(rules(monitored), day(monitored), saved.state().without(staff));
        return loaded(monitored, new ClassFold(classroom, words, staff), saved.ring());
    }

    private static LoadedFold loaded(MonitoredClass monitored, ClassFold fold, @Nullable SavedRing ring) {
        return new LoadedFold(new WatchedClass(monitored, fold, ring), fold.position());
    }

    /** What was saved; empty when it is of another day or cannot be read. */
    private Optional<SavedClass> read(MonitoredClass monitored, byte[] bytes, Instant now) {
        try {
            return Optional.of(json.readValue(bytes, SavedClass.class))
                    .filter(saved -> saved.version() == SavedClass.VERSION
                            && saved.under().equals(FoldedUnder.of(monitored))
                            && saved.state().day().equals(day(monitored).of(now)));
        } catch (IOException e) {
            LOGGER.warnf("the saved state of class %s cannot be read; it is made anew", monitored.id());
            return Optional.empty();
        }
    }

    /** The class's own where it set them. */
    static Rules rules(MonitoredClass monitored) {
        ClassRules own = monitored.rules();
        return new Rules(
                own.failingRuns(),
                Duration.ofSeconds(own.stuckAfterSeconds()),
                Duration.ofSeconds(own.awayAfterSeconds()),
                Rules.DEFAULT.helpLapse(),
                Rules.DEFAULT.lateAfter());
    }

    private static ClassDay day(MonitoredClass monitored) {
        return new ClassDay(monitored.zone(), monitored.dayStart());
    }

    private Uni<LoadedFold> fromHistory(LoadedFold fold, StreamId floor) {
        boolean logHasAll = !floor.equals(StreamId.ZERO) && floor.compareTo(fold.cursor()) <= 0;
        if (logHasAll) {
            return Uni.createFrom().item(fold);
        }
        UUID id = fold.watched().monitored().id();
        return history.readAfter(id, fold.cursor(), PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(events -> {
                    LoadedFold further = fold.apply(events);
                    return events.size() < PAGE ? Uni.createFrom().item(further) : fromHistory(further, floor);
                });
    }

    /** Reads the log on from where the fold is, up to {@code end} at least. */
    Uni<LoadedFold> fromLog(LoadedFold fold, StreamId end) {
        if (fold.cursor().compareTo(end) >= 0) {
            return Uni.createFrom().item(fold);
        }
        return log.readAfter(fold.cursor(), PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(events -> {
                    LoadedFold further = fold.apply(events);
                    return events.size() < PAGE ? Uni.createFrom().item(further) : fromLog(further, end);
                });
    }

    /**
     * A fold on its way.
     *
     * @param cursor up to where PostgreSQL or the log was read
     */
    record LoadedFold(WatchedClass watched, StreamId cursor) {

        private LoadedFold apply(List<LoggedEvent> events) {
            if (events.isEmpty()) {
                return this;
            }
            watched.apply(events.stream().filter(watched::isOf).toList());
            return new LoadedFold(watched, events.getLast().id());
        }
    }
}
