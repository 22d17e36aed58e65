package io.cellmonitor.simulate;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.ErrorShape;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.NameBasedUuid;
import io.cellmonitor.event.SharedNotebookPath;
import io.cellmonitor.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A lesson of a simulated class as the log would hold it, in simulated time: nobody waits. */
record SimulatedLesson(List<LoggedEvent> events, List<Truth> truth, List<TrueMistake> mistakes) {

    static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
    private static final UUID CLASS = UUID.nameUUIDFromBytes("simulated".getBytes(StandardCharsets.UTF_8));

    /** A spell of a student, in time; {@code vain} as {@link Spell#vain}, {@code asked} and {@code answered} are null when they did not ask. */
    record Truth(UUID student, Spell spell, Instant from, Instant vain, Instant to, Instant asked, Instant answered) {}

    /** A student made a mistake in a cell. */
    record TrueMistake(UUID student, String cell, String mistake) {}

    private record Happening(Instant at, UUID student, String eventId, Step step) {}

    static SimulatedLesson of(int students, long seed) {
        List<Happening> happenings = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        List<TrueMistake> mistakes = new ArrayList<>();
        for (int number = 0; number < students; number++) {
            Student student = Student.seeded(number, seed);
            Way way = WayThrough.way(Lesson.day(), student, seed);
            UUID id = UUID.nameUUIDFromBytes(student.address().getBytes(StandardCharsets.UTF_8));
            List<Instant> when = times(way);
            IntStream.range(0, when.size())
                    .forEach(i -> happenings.add(
                            new Happening(when.get(i), id, "e" + i, way.steps().get(i))));
            way.spells().forEach(spell -> truth.add(truth(id, spell, when)));
            way.mistakes()
                    .forEach(
                            made -> mistakes.add(new TrueMistake(id, made.cell().id(), made.mistake())));
        }
        happenings.sort(Comparator.comparing(Happening::at));
        List<LoggedEvent> events = IntStream.range(0, happenings.size())
                .mapToObj(i -> event(happenings.get(i), i))
                .toList();
        return new SimulatedLesson(events, truth, mistakes);
    }

    private static List<Instant> times(Way way) {
        List<Instant> times = new ArrayList<>();
        Instant now = START;
        for (Step step : way.steps()) {
            now = now.plusMillis((long) (step.seconds() * 1_000));
            times.add(now);
        }
        return times;
    }

    private static Truth truth(UUID student, Spell spell, List<Instant> when) {
        int last = Math.min(spell.last(), when.size() - 1);
        return new Truth(
                student,
                spell,
                when.get(spell.first()),
                when.get(spell.vain()),
                when.get(last),
                spell.askedAt() < 0 ? null : when.get(spell.askedAt()),
                spell.askedAt() < 0 ? null : when.get(spell.askedAt() + 1));
    }

    private static LoggedEvent event(Happening happening, int number) {
        Map<String, Object> fields = new HashMap<>(happening.step().fields());
        String type = happening.step().type();
        String path = (String) fields.get("notebookPath");
        String shared = path == null ? null : SharedNotebookPath.of(path);
        boolean failed = Boolean.TRUE.equals(fields.get("hasError"));
        Envelope envelope = new Envelope(
                CLASS,
                happening.student(),
                "index",
                happening.eventId(),
                type,
                happening.at(),
                happening.at(),
                shared == null ? null : NameBasedUuid.of(CLASS, shared),
                shared,
                "s",
                (String) fields.get("cellId"),
                (Integer) fields.get("cellIndex"),
                (String) fields.get("cellType"),
                (Integer) fields.get("executionCount"),
                5L,
                EventTypes.isRun(type) ? failed : null,
                failed ? (String) fields.get("errorName") : null,
                failed ? ErrorShape.of((String) fields.get("errorName"), (String) fields.get("errorMessage")) : null,
                null,
                null,
                total(fields),
                null,
                cells(fields),
                null);
        return new LoggedEvent(new StreamId(happening.at().toEpochMilli(), number), envelope, new byte[0], new byte[0]);
    }

    private static Integer total(Map<String, Object> fields) {
        return fields.get("metadata") instanceof Map<?, ?> metadata ? (Integer) metadata.get("totalCells") : null;
    }

    private static List<CellRef> cells(Map<String, Object> fields) {
        if (!(fields.get("cells") instanceof List<?> cells)) {
            return List.of();
        }
        return cells.stream()
                .map(cell -> (Map<?, ?>) cell)
                .map(cell -> new CellRef((String) cell.get("id"), (String) cell.get("type")))
                .toList();
    }
}
