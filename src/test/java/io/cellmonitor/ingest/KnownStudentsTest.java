package io.cellmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.ingest.KnownStudents.KnownStudent;
import io.cellmonitor.seal.Keyset;
import io.cellmonitor.seal.Names;
import org.junit.jupiter.api.Test;

/** What is remembered of a student is never another's. */
class KnownStudentsTest {

    private static final StudentClaim CLAIM = new StudentClaim("emailAddress", "hanako@example.ac.jp");

    private final Keyset keyset = Keyset.generate();
    private final Names names = new Names(keyset.sealer());
    private final KnownStudents students = new KnownStudents(keyset.blindIndex(), names);

    @Test
    void aNameThatStaysIsSealedOnce() {
        KnownStudent first = students.find("demo", CLAIM, "山田 花子");
        KnownStudent again = students.find("demo", CLAIM, "山田 花子");

        assertThat(again.sealedName()).isEqualTo(first.sealedName());
        assertThat(names.open(first.id(), first.sealedName())).isEqualTo("山田 花子");
    }

    @Test
    void anotherNameIsTheSameStudentsNewOne() {
        KnownStudent first = students.find("demo", CLAIM, "山田 花子");
        KnownStudent renamed = students.find("demo", CLAIM, "佐藤 花子");

        assertThat(renamed.id()).isEqualTo(first.id());
        assertThat(names.open(renamed.id(), renamed.sealedName())).isEqualTo("佐藤 花子");
        assertThat(students.find("demo", CLAIM, " ").sealedName()).isEmpty();
    }

    @Test
    void theSameClaimInAnotherRealmOrOfAnotherKindIsSomebodyElse() {
        KnownStudent here = students.find("demo", CLAIM, null);

        assertThat(students.find("other", CLAIM, null).id()).isNotEqualTo(here.id());
        assertThat(students.find("demo", new StudentClaim("userId", CLAIM.value()), null)
                        .id())
                .isNotEqualTo(here.id());
    }
}
