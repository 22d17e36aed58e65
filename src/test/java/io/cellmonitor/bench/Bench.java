package io.cellmonitor.bench;

import io.cellmonitor.servers.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code ./dev bench}. */
public final class Bench {

    private static final String HELP = """
            Measures the packaged application against bare baselines, in the same run, in turn, and writes docs/performance.md.
              append        single events, stores paused, against a no-op POST
              bodies        bodies of 100 events, stores paused, against raw XADD
              stored        single events until they are rows, against a no-op POST
              rows          rows stored under load, against bare inserts
              deliveries    events on dashboards, against a bare broadcast
              scene         the numbers to hold: 2,000 events/s, 200 students, 50 dashboards
              costs         of 50, 200, 1,000 students; of 1, 10, 50 dashboards
              memory        ten watched classes of 200 students
              points        events that reach InfluxDB, against a bare client of the line protocol
              sink          the same to a server that only takes the lines
              --before JAR  instead: append, bodies and stored of this build against that one, printed and not written
              --rounds N    of each pair (5)
              --short       one short round of each, printed and not written
            Without a name: all, in about a quarter of an hour.
            """;

    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final Set<String> ON_ONE_APPLICATION =
            Set.of("append", "bodies", "stored", "rows", "deliveries", "scene", "costs");

    private final Settings settings;
    private final Report report;

    private Bench(Settings settings) {
        this.settings = settings;
        this.report = new Report(settings);
    }

    public static void main(String[] words) {
        if (List.of(words).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        int code = 0;
        try {
            new Bench(Settings.of(words)).run();
        } catch (Exception failure) {
            failure.printStackTrace();
            code = 1;
        }
        // The drivers' threads would keep the JVM.
        System.exit(code);
    }

    private void run() throws Exception {
        if (settings.before().isPresent()) {
            new Builds(settings, settings.before().get()).compare();
            return;
        }
        if (ON_ONE_APPLICATION.stream().anyMatch(settings::wants)) {
            measureOneApplication();
        }
        if (settings.wants("memory")) {
            new WatchedClasses(report).measure();
        }
        new TimeSeriesPairs(report).measure();
    }

    private void measureOneApplication() throws Exception {
        Progress.say("starting Redis, PostgreSQL, the application and the no-op server");
        try (Redis redis = Redis.start(settings.folder(), Ports.free());
                Postgres postgres = new Postgres()) {
            ReaderPaused paused = ReaderPaused.of(postgres, "relational");
            try (Application application = Application.start(settings, redis, postgres);
                    NoOp noOp = NoOp.start(settings.folder())) {
                School school = School.open(application);
                Wrk wrk = new Wrk(settings, school.key());
                Scene scene = new Scene(settings, redis, postgres, application, noOp, school, wrk);
                report.write("machine", scene.conditions().section());
                report.measure(new PostPair(scene, false), application);
                report.measure(new BodiesPair(scene), application);
                paused.close();
                scene.backlog().awaitNone(SETTLING);
                report.measure(new PostPair(scene, true), application);
                report.measure(new RowsPair(scene), application);
                report.measure(new DeliveriesPair(scene), application);
                new Lessons(scene, report).attend();
            }
        }
    }
}
