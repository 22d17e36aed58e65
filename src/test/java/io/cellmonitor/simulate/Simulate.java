package io.cellmonitor.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code ./dev simulate}: a class from outside. Exit code 0 if all was acknowledged and, where it was looked for, is in PostgreSQL exactly
 * once.
 */
public final class Simulate {

    private static final int TRUTHS_KEPT = 100_000;

    private final Settings settings;
    private final Tally tally = new Tally();
    private final CountDownLatch summarized = new CountDownLatch(1);
    private final Queue<TrueSpell> truth = new ConcurrentLinkedQueue<>();

    private Simulate(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] words) throws Exception {
        Settings settings;
        try {
            Arguments arguments = new Arguments(words);
            if (arguments.flag("help")) {
                System.out.print(Settings.HELP);
                return;
            }
            settings = Settings.of(arguments, System.getenv());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + Settings.HELP);
            System.exit(2);
            return;
        }
        System.exit(new Simulate(settings).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (Dashboards dashboards = Dashboards.open(settings, tally)) {
            return run(dashboards);
        }
    }

    private boolean run(Dashboards dashboards) throws Exception {
        Clock clock = new Clock(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(clock)));
        try {
            return simulate(clock, dashboards);
        } finally {
            summarized.countDown();
        }
    }

    private boolean simulate(Clock clock, Dashboards dashboards) throws Exception {
        Sender sender = new Sender(settings.events(), tally, clock, dashboards);
        try (ExecutorService students = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, settings.students())
                    .forEach(number -> students.submit(() -> attend(number, sender, clock)));
        }
        dashboards.awaitLastFrames();
        writeTruth();
        tally.print();
        boolean there = settings.postgres().isEmpty() || settings.forever() || compare();
        return there && tally.refused.sum() == 0 && tally.givenUp.sum() == 0;
    }

    /** Virtual threads are many; each student is one, from arrival to the end of the lesson, or of the time. */
    private Void attend(int number, Sender sender, Clock clock) throws IOException, InterruptedException {
        long seed = settings.seed();
        // With a rate or an end in time the class goes on with another lesson until the time is over.
        boolean again = settings.forever() || settings.minutes() > 0;
        do {
            Seat seat = new Seat(Student.seeded(number, settings.seed()), Lesson.day(), seed++, sender, clock);
            seat.work();
            if (truth.size() < TRUTHS_KEPT) {
                truth.addAll(seat.truth());
            }
        } while (again && !clock.over());
        return null;
    }

    private void writeTruth() throws IOException {
        if (settings.truth().toAbsolutePath().getParent() != null) {
            Files.createDirectories(settings.truth().toAbsolutePath().getParent());
        }
        Map<String, List<TrueSpell>> byKind =
                truth.stream().collect(Collectors.groupingBy(TrueSpell::kind, TreeMap::new, Collectors.toList()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", settings.seed());
        document.put("students", settings.students());
        document.putAll(byKind);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(settings.truth().toFile(), document);
        System.out.println(
                "ground truth: " + byKind.getOrDefault("stuck", List.of()).size() + " spells of being stuck, "
                        + truth.size() + " in all, in " + settings.truth());
    }

    private boolean compare() throws InterruptedException {
        try {
            Rows.Found found = new Rows(settings.postgres()).await(tally);
            System.out.printf(
                    "PostgreSQL: found %d of %d acknowledged, missing %d, doubled %d, students under two users %d%n",
                    found.found(), tally.accepted.sum(), found.missing(), found.doubled(), found.divided());
            return found.exactlyOnce();
        } catch (SQLException failure) {
            System.out.println("PostgreSQL: not compared, SQLSTATE " + failure.getSQLState());
            return false;
        }
    }

    /** Ctrl-C ends the lesson, not the summary. */
    private void stopAndWait(Clock clock) {
        clock.stop();
        try {
            if (!summarized.await(200, TimeUnit.SECONDS)) {
                System.err.println("no summary: the application does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
