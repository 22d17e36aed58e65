package io.cellmonitor.bench;

import java.util.ArrayList;
import java.util.List;

/** The lessons that are measured: the numbers to hold, and what students and dashboards cost. */
final class Lessons {

    private static final int COSTS_PER_SECOND = 1_000;

    private final Scene scene;
    private final Report report;

    Lessons(Scene scene, Report report) {
        this.scene = scene;
        this.report = report;
    }

    void attend() throws Exception {
        if (scene.settings().wants("scene")) {
            scene();
        }
        if (scene.settings().wants("costs")) {
            costs();
        }
    }

    private void scene() throws Exception {
        double load = Machine.load();
        LessonFigures figures = attend(new Lesson(2_000, 200, 50, seconds(15), seconds(45)));
        report.write(
                "scene",
                LessonsSection.numbersToHold(figures, load, scene.settings().stamp()));
    }

    private void costs() throws Exception {
        double load = Machine.load();
        List<LessonFigures> all = new ArrayList<>();
        for (int students : List.of(50, 200, 1_000)) {
            all.add(attend(new Lesson(COSTS_PER_SECOND, students, 1, seconds(4), seconds(10))));
        }
        for (int dashboards : List.of(10, 50)) {
            all.add(attend(new Lesson(COSTS_PER_SECOND, 200, dashboards, seconds(4), seconds(10))));
        }
        report.write("costs", LessonsSection.costs(all, load, scene.settings().stamp()));
    }

    private LessonFigures attend(Lesson lesson) throws Exception {
        Progress.say(
                "%d events/s, %d students, %d dashboards", lesson.perSecond(), lesson.students(), lesson.dashboards());
        LessonFigures figures = lesson.attend(scene.withNewClass());
        Progress.say(
                "p99: POST %.1f ms, to frame %.1f ms, to row %.1f ms; %.2f CPU-seconds for 1,000 events",
                figures.posts().milliseconds(99),
                figures.frames().milliseconds(99),
                figures.rows().milliseconds(99),
                figures.cpuSeconds());
        return figures;
    }

    private int seconds(int usual) {
        return scene.settings().isShort() ? Math.max(2, usual / 6) : usual;
    }
}
