package io.cellmonitor.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 11: what is sealed opens only with the keys and where it belongs. */
class SealTest {

    private static final UUID STUDENT = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final UUID ANOTHER = UUID.fromString("00000000-0000-8000-8000-000000000002");

    private final Keyset keyset = Keyset.generate();
    private final EventSealer events = new EventSealer(keyset.sealer());

    @Test
    void opensOnlyForItsStudentAndEvent() {
        byte[] words = "print('花子')".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = events.seal(STUDENT, "e-1", words);
        assertThat(events.open(STUDENT, "e-1", sealed)).isEqualTo(words);
        assertThatThrownBy(() -> events.open(ANOTHER, "e-1", sealed)).isInstanceOf(NotSealedHere.class);
        assertThatThrownBy(() -> events.open(STUDENT, "e-2", sealed)).isInstanceOf(NotSealedHere.class);
        EventSealer otherKeys = new EventSealer(Keyset.generate().sealer());
        assertThatThrownBy(() -> otherKeys.open(STUDENT, "e-1", sealed)).isInstanceOf(NotSealedHere.class);
    }

    @Test
    void compressesWhatGetsSmallerAndOnlyThat() {
        byte[] same = "x".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        byte[] random = new byte[20_000];
        new Random(1).nextBytes(random);
        byte[] sealedSame = events.seal(STUDENT, "e", same);
        byte[] sealedRandom = events.seal(STUDENT, "e", random);
        assertThat(sealedSame.length).isLessThan(500);
        assertThat(sealedRandom.length).isBetween(20_000, 20_100);
        assertThat(events.open(STUDENT, "e", sealedSame)).isEqualTo(same);
        assertThat(events.open(STUDENT, "e", sealedRandom)).isEqualTo(random);
    }

    @Test
    void aNameOpensForItsStudent() {
        Names names = new Names(keyset.sealer());
        assertThat(names.open(STUDENT, names.seal(STUDENT, "山田 花子"))).isEqualTo("山田 花子");
        assertThatThrownBy(() -> names.open(ANOTHER, names.seal(STUDENT, "山田 花子")))
                .isInstanceOf(NotSealedHere.class);
    }

    @Test
    void theBlindIndexIsRepeatableKeyedAndKeepsPartsApart() {
        BlindIndex index = keyset.blindIndex();
        assertThat(index.ofStudent("r", "userId", "7")).hasSize(64).isEqualTo(index.ofStudent("r", "userId", "7"));
        assertThat(index.ofStudent("r", "userName", "7")).isNotEqualTo(index.ofStudent("r", "userId", "7"));
        assertThat(index.of("p", "ab", "c")).isNotEqualTo(index.of("p", "a", "bc"));
        assertThat(Keyset.generate().blindIndex().of("p", "a")).isNotEqualTo(index.of("p", "a"));
    }

    @Test
    void thePseudonymIsAUuidOfVersionEight() {
        UUID pseudonym = Pseudonym.of("ff".repeat(32));
        assertThat(pseudonym).hasToString("ffffffff-ffff-8fff-bfff-ffffffffffff");
        assertThat(Pseudonym.of("00".repeat(32)).version()).isEqualTo(8);
    }

    @Test
    void keysLiveInAFileOfTheirOwnersAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/keyset.json");
        String first = KeysetFile.readOrCreate(file).blindIndex().of("p", "a");
        assertThat(KeysetFile.readOrCreate(file).blindIndex().of("p", "a")).isEqualTo(first);
        assertThat(KeysetFile.read(file).blindIndex().of("p", "a")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void missingOrBrokenKeysAreNamed(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{}");
        assertThatThrownBy(() -> KeysetFile.read(broken))
                .isInstanceOf(KeysetUnusable.class)
                .hasMessageStartingWith("CELL_MONITOR_KEYSET");
        assertThatThrownBy(() -> KeysetFile.read(folder.resolve("none"))).hasMessageStartingWith("CELL_MONITOR_KEYSET");
        assertThatThrownBy(() -> Seals.keyset(Optional.empty(), false)).hasMessageStartingWith("CELL_MONITOR_KEYSET");
    }
}
