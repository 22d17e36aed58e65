package io.cellmonitor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The copy of the directory in Redis, for a start while PostgreSQL is away. */
class DirectoryContentTest {

    private static final UUID CLASS = new UUID(1, 2);
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00.750Z");

    private static final MonitoredClass MONITORED = new MonitoredClass(
            CLASS, "情報 I", ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0), true, new ClassRules(4, 240, 600));
    private static final KeyGrant KEY = new KeyGrant("abc", new Sender("abc", "school", Set.of(CLASS), true, false));
    private static final Revocation REVOCATION = new Revocation(new StudentPrincipal(new UUID(3, 4), CLASS), AT, false);

    @Test
    void theCopySaysTheSame() {
        DirectoryContent content = DirectoryContent.of(List.of(MONITORED), List.of(KEY), List.of(REVOCATION));
        assertThat(DirectoryContent.fromJson(content.toJson())).isEqualTo(content);
    }

    @Test
    void aCopyOfAnOlderVersionIsRead() {
        DirectoryContent old = DirectoryContent.fromJson("""
                {"classes":[{"id":"%s","name":"a","zone":"UTC","dayStart":"04:00"}],"keys":[]}""".formatted(CLASS));
        assertThat(old.classes().get(CLASS).consentRequired()).isFalse();
        assertThat(old.classes().get(CLASS).rules()).isEqualTo(ClassRules.DEFAULT);
        assertThat(old.revocations()).isEmpty();
    }

    @Test
    void aRevocationVoidsWhatWasMadeBeforeItAndAllWhileItBlocks() {
        assertThat(REVOCATION.voids(AT.minusSeconds(1))).isTrue();
        assertThat(REVOCATION.voids(Instant.parse("2026-11-22T09:00:00Z"))).isTrue();
        assertThat(REVOCATION.voids(Instant.parse("2026-11-22T09:00:01Z"))).isFalse();
        assertThat(new Revocation(REVOCATION.student(), AT, true).voids(AT.plusSeconds(60)))
                .isTrue();
    }
}
