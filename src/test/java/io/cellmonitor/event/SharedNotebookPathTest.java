package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedNotebookPathTest {

    @ParameterizedTest
    @CsvSource({
        "lesson3.ipynb, lesson3.ipynb",
        "lesson3-Copy1.ipynb, lesson3.ipynb",
        "lesson3_24A1234.ipynb, lesson3.ipynb",
        "第3回/課題_24A1234-Copy12.ipynb, 第3回/課題.ipynb",
        "week1/lesson3_s1234567.ipynb, week1/lesson3.ipynb",
        "lesson3 (1).ipynb, lesson3.ipynb",
        "submitted/hanako/ps1/problem1.ipynb, ps1/problem1.ipynb",
        "course/release/ps1/problem1.ipynb, ps1/problem1.ipynb",
        "/lesson3.ipynb, lesson3.ipynb",
        "report_2026.ipynb, report_2026.ipynb",
        "report_20261121.ipynb, report_20261121.ipynb",
        "-Copy1.ipynb, -Copy1.ipynb",
        "notes.txt, notes.txt",
    })
    void findsTheSharedPath(String path, String shared) {
        assertThat(SharedNotebookPath.of(path)).isEqualTo(shared);
    }

    @Test
    void idsOfNotebooksAreUuidsOfVersionFive() {
        // The example of RFC 9562, A.4.
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameBasedUuid.of(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }
}
