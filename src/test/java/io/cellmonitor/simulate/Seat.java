package io.cellmonitor.simulate;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** One student at work: walks the way in time and posts what happens. Runs on a thread of its own. */
final class Seat {

    /** One POST in eight carries two events, one in five is compressed: as spools that catch up do. */
    private static final double BATCHES = 0.125;

    private static final double COMPRESSED = 0.2;

    private final Student student;
    private final Lesson lesson;
    private final WayThrough.Way way;
    private final Sender sender;
    private final Clock clock;
    private final SplittableRandom random;
    private final String session = UUID.randomUUID().toString();
    private final Instant[] when;
    private final List<Map<String, Object>> waiting = new ArrayList<>();

    Seat(Student student, Lesson lesson, long seed, Sender sender, Clock clock) {
        this.student = student;
        this.lesson = lesson;
        this.way = WayThrough.way(lesson, student, seed);
        this.sender = sender;
        this.clock = clock;
        this.random = new SplittableRandom(seed * 1_000_037 + student.number());
        this.when = new Instant[way.steps().size()];
    }

    /** Goes on to the end of the way or of the time. */
    void work() throws IOException, InterruptedException {
        for (int i = 0; i < way.steps().size(); i++) {
            Step step = way.steps().get(i);
            long intended = clock.await(step.seconds());
            if (clock.over()) {
                break;
            }
            when[i] = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            waiting.add(event(step, when[i]));
            boolean last = i == way.steps().size() - 1;
            if (last || waiting.size() > 1 || random.nextDouble() >= BATCHES) {
                flush(intended);
            }
        }
        flush(System.nanoTime());
    }

    private void flush(long intended) throws IOException, InterruptedException {
        if (!waiting.isEmpty()) {
            sender.post(student.number(), List.copyOf(waiting), random.nextDouble() < COMPRESSED, intended);
            waiting.clear();
        }
    }

    private Map<String, Object> event(Step step, Instant now) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", UUID.randomUUID().toString());
        event.put("eventType", step.type());
        event.put("eventTime", now.toString());
        event.put("emailAddress", student.address());
        event.put("userName", student.name());
        event.put("sessionId", session);
        event.put("notebookPath", lesson.notebookPath());
        event.putAll(step.fields());
        return event;
    }

    /** Where this student was stuck, as far as it came to that. */
    List<StuckSpell> stuck() {
        return way.troubles().stream()
                .filter(trouble -> when[trouble.first()] != null)
                .map(this::spell)
                .toList();
    }

    private StuckSpell spell(WayThrough.Trouble trouble) {
        int end = Math.min(trouble.last(), when.length - 1);
        return new StuckSpell(
                student.address(),
                trouble.cell().id(),
                trouble.mistake().name(),
                when[trouble.first()].toString(),
                when[end] == null ? null : when[end].toString(),
                trouble.runs(),
                trouble.asked(),
                trouble.helped());
    }
}
