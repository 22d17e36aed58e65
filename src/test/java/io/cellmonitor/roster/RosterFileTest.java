package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.roster.RosterFile.Line;
import io.cellmonitor.roster.RosterImportResource.LineProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters as schools' systems and Excel write them. */
class RosterFileTest {

    private static final Line HANAKO = new Line("24A1234", "山田 花子", "やまだ はなこ", "A班");

    private static RosterFile read(String text) {
        return RosterFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "Shift_JIS"})
    void inTheCharactersOfJapaneseComputers(String charset) {
        byte[] bytes = "学籍番号,氏名,ふりがな,班\r\n24A1234,山田 花子,やまだ はなこ,A班\r\n".getBytes(Charset.forName(charset));
        assertThat(RosterFile.read(bytes).lines()).containsExactly(HANAKO);
    }

    @Test
    void withTheMarkThatExcelWrites() {
        assertThat(read("\uFEFF学籍番号,氏名\r\n24A1,佐藤\r\n").lines()).containsExactly(new Line("24A1", "佐藤", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void withAnyOfTheUsualDelimiters(String delimiter) {
        String line = String.join(delimiter, "24A1234", "\"山田 花子\"", "やまだ はなこ", "A班");
        assertThat(read(line).lines()).containsExactly(HANAKO);
    }

    @Test
    void inTheOrderThatItsFirstLineSays() {
        RosterFile file = read("班,氏名,備考,学生番号\nA班,山田 花子,遅刻,２４Ａ１２３４\n");
        assertThat(file.lines()).containsExactly(new Line("24A1234", "山田 花子", null, "A班"));
        assertThat(file.columns().has(RosterColumns.Field.READING)).isFalse();
    }

    @Test
    void aStudentWhoIsCalledAsAColumnIsIsAStudent() {
        assertThat(read("24A1,Kana,,Group\n24A2,Ken\n").lines())
                .containsExactly(new Line("24A1", "Kana", null, "Group"), new Line("24A2", "Ken", null, null));
    }

    @Test
    void aNameMayHoldAnythingThatIsQuoted() {
        assertThat(read("1,\"O'Neil, \"\"Tip\"\"\nJr.\"\n2,b\n").lines())
                .extracting(Line::name)
                .containsExactly("O'Neil, \"Tip\"\nJr.", "b");
    }

    @Test
    void whatCannotBeTakenIsToldByItsLine() {
        RosterFile file =
                read("number,name,team\n1,a,\n\n2,,x\n,c,x\n1,again,\n3," + "n".repeat(101) + ",\n4,d\u0000,\n");
        assertThat(file.read()).isEqualTo(6);
        assertThat(file.lines()).extracting(Line::number).containsExactly("1");
        assertThat(file.problems())
                .containsExactly(
                        new LineProblem(4, "name", "min 1, max 100 characters"),
                        new LineProblem(5, "studentNumber", "min 1, max 100 characters"),
                        new LineProblem(6, "studentNumber", "once in a file"),
                        new LineProblem(7, "name", "max 100 characters"),
                        new LineProblem(8, "name", "no U+0000 and no lone surrogates"));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> RosterFile.read(new byte[] {(byte) 0xFF, (byte) 0xFF, 0, 1}))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getParameters()).containsEntry("limit", "UTF-8 or Shift_JIS"));
        byte[] mailed = "1,山田\n".getBytes(Charset.forName("ISO-2022-JP"));
        assertThatThrownBy(() -> RosterFile.read(mailed)).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> read("1,\"never closed\n2,b\n")).isInstanceOf(HttpProblem.class);
        String tooMany =
                IntStream.rangeClosed(1, 2001).mapToObj(number -> number + ",n").collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> read(tooMany))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getParameters()).containsEntry("limit", "max 2000 lines"));
    }

    @Test
    void linesSayNothingOfStudents() {
        assertThat(HANAKO.toString()).doesNotContain("山田", "24A1234");
    }
}
