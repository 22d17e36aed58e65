package io.cellmonitor.simulate;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** One student at work: walks the way in time and posts what happens. Runs on a thread of its own. */
final class Seat {

    /** One POST in eight carries two events, one in five is compressed: as spools that catch up do. */
    private static final double BATCHES = 0.125;

    private static final double COMPRESSED = 0.2;

    private final Student student;
    private final Way way;
    private final Sender sender;
    private final Clock clock;
    private final SplittableRandom random;
    private final String session = UUID.randomUUID().toString();
    private final Instant[] when;
    private final List<Map<String, Object>> waiting = new ArrayList<>();

    Seat(Student student, List<Lesson> lessons, long seed, Sender sender, Clock clock) {
        this.student = student;
        this.way = WayThrough.way(lessons, student, seed);
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
        event.putAll(step.fields());
        return event;
    }

    /** What was true of this student, as far as it came to that. */
    List<TrueSpell> truth() {
        return way.spells().stream()
                .map(spell -> TrueSpell.of(student, spell, when))
                .filter(Objects::nonNull)
                .toList();
    }
}
