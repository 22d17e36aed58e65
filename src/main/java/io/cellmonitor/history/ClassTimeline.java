package io.cellmonitor.history;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.store.relational.NotebookReads;
import io.cellmonitor.store.timeseries.TimeSeriesStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A class's history in figures, for a caller who was let pass. Without a student's words: nothing is opened here. */
@ApplicationScoped
class ClassTimeline {

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_CELLS = 5_000;

    private final TimeSeriesStore series;
    private final NotebookReads notebooks;

    ClassTimeline(TimeSeriesStore series, NotebookReads notebooks) {
        this.series = series;
        this.notebooks = notebooks;
    }

    Uni<ActivityTimeline> activity(UUID classId, TimeRange range, IntervalChoice choice) {
        return series.activity(classId, range.from(), range.to(), choice.intervals(), MOST_ROWS + 1)
                .invoke(rows -> refuseMoreThan(MOST_ROWS, rows))
                .map(rows -> new ActivityTimeline(range.from(), range.to(), choice.name(), zone(choice), rows));
    }

    Uni<ErrorRateTimeline> errorRate(UUID classId, TimeRange range, IntervalChoice choice) {
        return series.errorRate(classId, range.from(), range.to(), choice.intervals(), MOST_ROWS + 1)
                .invoke(rows -> refuseMoreThan(MOST_ROWS, rows))
                .map(rows -> new ErrorRateTimeline(range.from(), range.to(), choice.name(), zone(choice), rows));
    }

    Uni<CellDurationList> durations(UUID caller, UUID classId, UUID notebook, TimeRange range) {
        return ofNotebook(
                caller,
                classId,
                notebook,
                path -> notebooks
                        .durations(caller, classId, notebook, range.from(), range.to(), MOST_CELLS + 1)
                        .invoke(cells -> refuseMoreThan(MOST_CELLS, cells))
                        .map(cells -> new CellDurationList(range.from(), range.to(), notebook, path, cells)));
    }

    /** What is still to come has no progress: the last interval is the one that {@code now} is in. */
    Uni<ProgressTimeline> progress(
            UUID caller, UUID classId, UUID notebook, TimeRange range, IntervalChoice choice, Instant now) {
        Instant end = range.to().isBefore(now) ? range.to() : now;
        List<Instant> starts = choice.intervals().starts(range.from(), end);
        return ofNotebook(
                caller,
                classId,
                notebook,
                path -> notebooks
                        .codeCells(caller, classId, notebook)
                        .chain(codeCells -> notebooks
                                .progress(caller, classId, notebook, starts, end, codeCells.orElse(null))
                                .map(rows -> new ProgressTimeline(
                                        range.from(),
                                        range.to(),
                                        choice.name(),
                                        zone(choice),
                                        notebook,
                                        path,
                                        codeCells.orElse(null),
                                        rows))));
    }

    private <T> Uni<T> ofNotebook(UUID caller, UUID classId, UUID notebook, Function<String, Uni<T>> reading) {
        return notebooks
                .path(caller, classId, notebook)
                .chain(path -> path.map(reading)
                        .orElseGet(() -> Uni.createFrom()
                                .failure(Problem.notFound("There is no such notebook in this class."))));
    }

    private static String zone(IntervalChoice choice) {
        return choice.intervals().zone().getId();
    }

    private static void refuseMoreThan(int most, List<?> rows) {
        if (rows.size() > most) {
            throw Problem.invalid(
                    "from",
                    "The answer has more than " + most + " rows: take a longer interval or a shorter range.",
                    "max " + most + " rows");
        }
    }
}
