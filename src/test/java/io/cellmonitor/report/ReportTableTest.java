package io.cellmonitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.report.Report.HelpReport;
import io.cellmonitor.report.Report.StudentReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that Excel opens. */
class ReportTableTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant FINISHED = Instant.parse("2026-11-21T01:30:05Z");

    private static byte[] table(String number, String name) {
        StudentReport student =
                new StudentReport(new UUID(1, 1), name, number, 8, null, 31, 12, 3600, 2, 95, 240, FINISHED);
        Report report = new Report(
                Instant.EPOCH, Instant.EPOCH, List.of(student), List.of(), List.of(), new HelpReport(0, null, null, 0));
        return ReportTable.csv(report, TOKYO);
    }

    private static String line(String number, String name) {
        return new String(table(number, name), StandardCharsets.UTF_8).split("\r\n", -1)[1];
    }

    @Test
    void itBeginsWithItsMarkAndEndsItsLinesAsExcelWants() {
        byte[] bytes = table("24A1234", "山田 花子");
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFstudent_number,name,completed,total,runs,errors,active_seconds,help_requests,help_wait_seconds,"
                                + "stuck_seconds,finished_at\r\n24A1234,山田 花子,8,,31,12,3600,2,95,240,2026-11-21 10:30:05\r\n");
    }

    @Test
    void whatIsBetweenCommasIsQuoted() {
        assertThat(line("1", "O'Neil, \"Tip\"")).startsWith("1,\"O'Neil, \"\"Tip\"\"\",8,");
        assertThat(line(null, null)).startsWith(",,8,");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "=1+1|'=1+1",
                "+81|'+81",
                "-1|'-1",
                "@A1|'@A1",
                "＝1|'＝1",
                "24A-1|24A-1",
                "a;=1|a;'=1",
                "a; -1|a;' -1",
                "a;b-1|a;b-1"
            })
    void nothingBecomesAFormula(String written, String shown) {
        assertThat(line(written, written)).startsWith(shown + "," + shown + ",8,");
    }

    @Test
    void norBehindAControlCharacterOrABlank() {
        assertThat(line("1", "\t=1+1")).contains("'\t=1+1");
        assertThat(line("1", " =1+1")).contains("' =1+1");
    }
}
