package io.cellmonitor.classroom;

import static io.cellmonitor.classroom.Lesson.student;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.StreamId;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One notebook, many copies: one row for each student, one column for each shared cell; with files as nbformat writes them. */
class NotebookCopiesTest {

    private static final String SHARED = "lesson3.ipynb";

    private final Lesson lesson = new Lesson();
    private final NotebookFile original = NotebookFile.open(SHARED);
    private final Classroom classroom = new Classroom(
            Rules.DEFAULT,
            new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0)),
            new StreamId(Lesson.START.toEpochMilli() - 1, 0));
    private long second;

    /** Opens the file and runs all of its code cells. */
    private void works(String name, NotebookFile file) {
        opens(name, file);
        file.codeCells().forEach(cell -> runs(name, file, cell));
    }

    private void opens(String name, NotebookFile file) {
        classroom.apply(Lesson.in(
                file.sharedPath(),
                lesson.opened(student(name), ++second, file.cells().toArray(new CellRef[0]))));
    }

    private void runs(String name, NotebookFile file, String cell) {
        classroom.apply(Lesson.in(file.sharedPath(), lesson.run(student(name), cell, false, ++second)));
    }

    private List<String> columnsOf(String name) {
        return classroom.picture().cells().stream()
                .filter(cell -> cell.student().equals(student(name)))
                .map(CellView::sharedCellId)
                .filter(Objects::nonNull)
                .toList();
    }

    private void twoHaveTheOriginal() {
        works("taro", original);
        works("jiro", original);
    }

    private NotebookView only() {
        assertThat(classroom.picture().notebooks()).hasSize(1);
        return classroom.picture().notebooks().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lesson3-Copy1.ipynb",
                "lesson3_24A1235.ipynb",
                "my homework.ipynb",
                "submitted/24A1234/ps1/lesson3.ipynb",
                "lesson3 (1).ipynb"
            })
    void aCopyIsARowOfTheSharedNotebookWhereverItsCellsStand(String path) {
        twoHaveTheOriginal();
        NotebookFile copy = NotebookFile.open(path);
        works("hanako", copy);
        NotebookView notebook = only();
        assertThat(notebook.students()).isEqualTo(3);
        assertThat(notebook.path()).isEqualTo(SHARED);
        assertThat(notebook.cells()).extracting(SharedCellView::cellId).isEqualTo(original.codeCells());
        assertThat(columnsOf("hanako")).isSubsetOf(original.codeCells()).doesNotHaveDuplicates();
        boolean lostOne = path.equals("my homework.ipynb");
        assertThat(columnsOf("hanako")).hasSize(lostOne ? 3 : 4);
        assertThat(classroom.picture().students())
                .extracting(StudentView::notebook)
                .containsOnly(notebook.notebook());
    }

    @Test
    void whoComesFirstWithCellsOfTheirOwnDoesNotMakeThemColumns() {
        NotebookFile inserted = NotebookFile.open("lesson3_24A1235.ipynb");
        works("hanako", inserted);
        assertThat(only().cells()).hasSize(6);
        twoHaveTheOriginal();
        assertThat(only().cells()).extracting(SharedCellView::cellId).isEqualTo(original.codeCells());
        assertThat(columnsOf("hanako")).isEqualTo(original.codeCells());
    }

    @Test
    void anotherNotebookStaysAnother() {
        twoHaveTheOriginal();
        works("hanako", NotebookFile.open("lesson4.ipynb"));
        assertThat(classroom.picture().notebooks())
                .extracting(NotebookView::path)
                .containsExactly(SHARED, "lesson4.ipynb");
    }

    @Test
    void aCopyThatSaidNothingIsFoundByACellThatOneNotebookAloneHas() {
        twoHaveTheOriginal();
        NotebookFile renamed = NotebookFile.open("my homework.ipynb");
        runs("hanako", renamed, original.codeCells().get(1));
        assertThat(only().students()).isEqualTo(3);
    }

    @Test
    void aCellWithoutAnIdIsTheSharedOneThatStandsThere() {
        twoHaveTheOriginal();
        classroom.apply(Lesson.in(SHARED, lesson.runAt(student("hanako"), null, 4, false, ++second)));
        assertThat(columnsOf("hanako")).containsExactly(original.codeCells().get(2));
        assertThat(only().cells()).extracting(SharedCellView::cellIndex).containsExactly(1, 2, 4, 5);
    }
}
