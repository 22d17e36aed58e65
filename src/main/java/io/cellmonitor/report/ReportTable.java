package io.cellmonitor.report;

import io.cellmonitor.report.Report.StudentReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The students of a report as a table that Excel opens right, also a Japanese one: UTF-8 with its mark, lines that end with CR LF. */
final class ReportTable {

    private static final String MARK = "\uFEFF";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /**
     * In front of what spreadsheets take for the beginning of a formula, full-width forms too (OWASP, CSV injection); also behind a semicolon,
     * at which spreadsheets of other countries cut, quoted or not.
     */
    private static final Pattern FORMULA =
            Pattern.compile("^(?=[\\t\\r\\n]|\\s*[=+\\-@＝＋－＠])|(?<=;)(?=\\s*[=+\\-@＝＋－＠])");

    private static final String[] COLUMNS = {
        "student_number",
        "name",
        "completed",
        "total",
        "runs",
        "errors",
        "active_seconds",
        "help_requests",
        "help_wait_seconds",
        "stuck_seconds",
        "finished_at"
    };

    private ReportTable() {}

    /** Times are in {@code zone}. */
    static byte[] csv(Report report, ZoneId zone) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
            table.printRecord(Arrays.asList(COLUMNS));
            for (StudentReport student : report.students()) {
                table.printRecord(
                        harmless(student.studentNumber()),
                        harmless(student.name()),
                        student.completed(),
                        student.total(),
                        student.runs(),
                        student.errors(),
                        student.activeSeconds(),
                        student.helpRequests(),
                        student.helpWaitSeconds(),
                        student.stuckSeconds(),
                        local(student.finishedAt(), zone));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With an apostrophe in front of what would be a formula: it stays a text. */
    private static @Nullable String harmless(@Nullable String words) {
        return words == null ? null : FORMULA.matcher(words).replaceAll("'");
    }

    private static @Nullable String local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : LOCAL.format(instant.atZone(zone));
    }
}
