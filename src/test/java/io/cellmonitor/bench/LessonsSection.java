package io.cellmonitor.bench;

import java.util.List;
import java.util.Locale;

/** Lessons as sections of the document. */
final class LessonsSection {

    private LessonsSection() {}

    /** The numbers to hold. */
    static String numbersToHold(LessonFigures figures, double load, String stamp) {
        Lesson lesson = figures.lesson();
        return """
                ## The numbers to hold

                %,d events/s, one event a POST, %d students, %d dashboards, for %d s after %d s of warming up. Open loop: milliseconds from the moment when
                the POST was to leave. A row counts when another connection, which asks every %d ms, sees it; a frame counts on each dashboard. The first line is
                no part of ours: another client's entries of %,d bytes into another stream of the same Redis, one each %d ms. What the disk's fsync and a busy
                machine take is in it, and in all below it.

                | | p50 | p90 | p99 | p99.9 | largest | goal for p99 |
                |---|---|---|---|---|---|---|
                | XADD beside it | %s | |
                | POST | %s | 10 |
                | POST to frame | %s | 75 |
                | POST to row in PostgreSQL | %s | 100 |

                Not answered 202: %d. Answered and no row a minute later: %d. Not seen as an event on a dashboard: %d. Processor time of the application: %s s for 1,000 events; resident: %d MiB; a
                frame: %,d characters. Load average before: %s. %s
                """.formatted(
                        lesson.perSecond(),
                        lesson.students(),
                        lesson.dashboards(),
                        lesson.seconds(),
                        lesson.warmUpSeconds(),
                        RowWatch.EVERY_MS,
                        LogProbe.ENTRY_BYTES,
                        LogProbe.EVERY_MS,
                        figures.log().columns(),
                        figures.posts().columns(),
                        figures.frames().columns(),
                        figures.rows().columns(),
                        figures.failed(),
                        figures.unstored(),
                        figures.unseen(),
                        decimal("%.2f", figures.cpuSeconds()),
                        figures.residentMebibytes(),
                        figures.frameCharacters(),
                        decimal("%.1f", load),
                        stamp);
    }

    /** What students and dashboards cost. */
    static String costs(List<LessonFigures> lessons, double load, String stamp) {
        StringBuilder text = new StringBuilder("""
                ## What students and dashboards cost

                %,d events/s in all, however many students they are of; open loop, %d s each. Milliseconds at p99.

                | students | dashboards | CPU-seconds for 1,000 events | resident MiB | characters a frame | POST | to frame | to row | not 202 |
                |---|---|---|---|---|---|---|---|---|
                """.formatted(
                        lessons.getFirst().lesson().perSecond(),
                        lessons.getFirst().lesson().seconds()));
        for (LessonFigures figures : lessons) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %d | %.2f | %d | %,d | %.1f | %.1f | %.1f | %d |%n",
                    figures.lesson().students(),
                    figures.lesson().dashboards(),
                    figures.cpuSeconds(),
                    figures.residentMebibytes(),
                    figures.frameCharacters(),
                    figures.posts().milliseconds(99),
                    figures.frames().milliseconds(99),
                    figures.rows().milliseconds(99),
                    figures.failed()));
        }
        return text.append("\nLoad average before: ")
                .append(decimal("%.1f", load))
                .append(". ")
                .append(stamp)
                .append('\n')
                .toString();
    }

    private static String decimal(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
