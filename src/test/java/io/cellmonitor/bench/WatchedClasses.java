package io.cellmonitor.bench;

import io.cellmonitor.servers.Ports;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What ten classes of 200 students cost in memory, each with a whole lesson behind it and a dashboard that watches. */
final class WatchedClasses {

    private static final int CLASSES = 10;
    private static final int STUDENTS = 200;
    private static final int LIMIT_MEBIBYTES = 512;
    /** Longer than the minute in which the state of each class is saved. */
    private static final Duration SAVED = Duration.ofSeconds(70);

    private static final Duration DRAIN = Duration.ofSeconds(180);

    private final Report report;
    private final Settings settings;
    private final List<String> rows = new ArrayList<>();

    WatchedClasses(Report report) {
        this.report = report;
        this.settings = report.settings();
    }

    void measure() throws Exception {
        Progress.say("memory: starting Redis, PostgreSQL and the application");
        Vertx vertx = Vertx.vertx();
        try (Redis redis = Redis.start(settings.folder(), Ports.free());
                Postgres postgres = new Postgres();
                Application application = Application.start(settings, redis, postgres);
                Dashboards dashboards = new Dashboards(vertx)) {
            School school = School.open(application, settings.isShort() ? 2 : CLASSES);
            note("started", application);
            for (String classId : school.classIds()) {
                dashboards.open(1, application.port(), "/ws/connect?class=" + classId, school.cookie());
            }
            note("all classes watched, empty", application);
            int events = teach(application, school);
            note("all lessons sent", application);
            new Backlog(redis, "relational").awaitNone(DRAIN);
            Thread.sleep(settings.isShort() ? Duration.ofSeconds(1) : SAVED);
            note("a minute later: all stored, and each class saved once", application);
            report.write("memory", section(school, events, dashboards));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private int teach(Application application, School school) throws IOException, InterruptedException {
        int events = 0;
        try (LessonSender sender = new LessonSender(application, school.key())) {
            for (String classId : school.classIds()) {
                events += sender.send(new WholeLesson(classId, STUDENTS));
            }
        }
        return events;
    }

    private void note(String when, Application application) {
        ProcessFigures figures = application.figures();
        long now = figures.residentMebibytes();
        long most = figures.mostResidentMebibytes();
        Progress.say("memory: %s: %d MiB resident, at most %d", when, now, most);
        rows.add(String.format(Locale.ROOT, "| %s | %d | %d |", when, now, most));
    }

    private String section(School school, int events, Dashboards dashboards) throws IOException {
        return """
                ## Memory

                %d classes of %d students, each watched by a dashboard, as the container image runs in %d MiB (`%s`); %,d events in all, in bodies of %d, one
                after the other: %d for each student, of %d cells. Limit: %d MiB. Dashboards that were closed: %d. Load average after it: %.1f. %s

                | when | resident MiB | the most so far |
                |---|---|---|
                %s
                """.formatted(
                        school.classIds().size(),
                        STUDENTS,
                        LIMIT_MEBIBYTES,
                        String.join(" ", Application.JAVA_OPTIONS),
                        events,
                        LessonSender.EVENTS_PER_BODY,
                        WholeLesson.EVENTS_OF_A_STUDENT,
                        WholeLesson.CELLS,
                        LIMIT_MEBIBYTES,
                        dashboards.closed(),
                        Machine.load(),
                        settings.stamp(),
                        String.join("\n", rows));
    }
}
