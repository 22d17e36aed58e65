package io.cellmonitor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

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
              --rounds N    of each pair (5)
              --short       one short round of each, printed and not written
            Without a name: all, in about twelve minutes.
            """;

    private static final Duration SETTLING = Duration.ofSeconds(60);

    private final Settings settings;

    private Bench(Settings settings) {
        this.settings = settings;
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
        Progress.say("starting Redis, PostgreSQL, the application and the no-op server");
        try (Redis redis = Redis.start(settings.folder(), FreePort.next());
                Postgres postgres = new Postgres()) {
            StoresPaused paused = StoresPaused.before(postgres);
            try (Application application = Application.start(settings, redis, postgres);
                    NoOp noOp = NoOp.start(settings.folder())) {
                School school = School.open(application);
                Wrk wrk = new Wrk(settings, school.key());
                Scene scene = new Scene(settings, redis, postgres, application, noOp, school, wrk);
                write("machine", scene.conditions().section());
                measure(scene, new PostPair(scene, false));
                measure(scene, new BodiesPair(scene));
                paused.close();
                scene.backlog().awaitNone(SETTLING);
                measure(scene, new PostPair(scene, true));
                measure(scene, new RowsPair(scene));
                measure(scene, new DeliveriesPair(scene));
                new Lessons(scene, this::write).attend();
            }
        }
    }

    private void measure(Scene scene, Pair pair) throws Exception {
        if (settings.wants(pair.name())) {
            PairResult result = Rounds.measure(pair, scene.application(), settings.rounds());
            write(
                    pair.name(),
                    PairSection.text(
                            result, settings.seconds(), scene.conditions().stamp()));
        }
    }

    private void write(String section, String text) throws IOException {
        if (settings.isShort()) {
            System.out.println(text);
        } else {
            new PerformanceDocument(settings.document()).write(section, text);
        }
    }
}
