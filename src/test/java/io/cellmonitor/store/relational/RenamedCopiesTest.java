package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.store.relational.RenamedCopies.Use;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which notebooks are another one under a name of a student's own. */
class RenamedCopiesTest {

    private static final Use LESSON = use(1, 30, "a", "b", "c", "d");

    private static Use use(int notebook, long students, String... cells) {
        return new Use(id(notebook), students, Set.of(cells));
    }

    private static UUID id(int notebook) {
        return new UUID(0, notebook);
    }

    private static RenamedCopies among(Use... uses) {
        return RenamedCopies.among(List.of(uses));
    }

    @Test
    void aCopyIsKnownByHalfOfItsCells() {
        RenamedCopies renamed = among(LESSON, use(2, 1, "a", "b", "own", "more"), use(3, 1, "a", "x", "y"));
        assertThat(renamed.sharedByCopy()).containsOnlyKeys(id(2)).containsEntry(id(2), id(1));
    }

    @Test
    void orByHalfOfTheNotebooks() {
        Use grown = use(2, 1, "a", "b", "c", "1", "2", "3", "4", "5", "6");
        assertThat(among(LESSON, grown).sharedByCopy()).containsEntry(id(2), id(1));
        Use few = use(1, 30, "a", "b");
        assertThat(among(few, grown).sharedByCopy()).isEmpty();
    }

    @Test
    void whatSeveralHaveUnderOneNameIsANotebookOfItsOwn() {
        assertThat(among(LESSON, use(2, 2, "a", "b", "c", "d")).sharedByCopy()).isEmpty();
    }

    @Test
    void ofSeveralItIsTheOneWithMostInCommon() {
        assertThat(among(LESSON, use(2, 20, "a", "b", "x"), use(3, 1, "a", "b", "x"))
                        .sharedByCopy())
                .containsEntry(id(3), id(2));
    }

    @Test
    void whereEverybodyRenamedItTheFirstIsTheNotebook() {
        RenamedCopies renamed = among(use(5, 1, "a", "b"), use(6, 1, "a", "b"), use(7, 1, "a", "b"));
        assertThat(renamed.family(id(6))).containsExactly(id(5), id(6), id(7));
        assertThat(renamed.family(id(5))).containsExactly(id(5), id(6), id(7));
        assertThat(renamed.family(id(9))).containsExactly(id(9));
    }

    @Test
    void whatNobodyListedStaysWhatItIs() {
        assertThat(among(use(1, 2), use(2, 1)).sharedByCopy()).isEmpty();
    }
}
