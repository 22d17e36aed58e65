package io.cellmonitor.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.jwt.RawJwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a student's token says, and which ones are believed (promise 8). */
class StudentTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String OLD_KEY = key('o');
    private static final String NEW_KEY = key('n');
    private static final UUID CLASS = new UUID(3, 4);
    private static final StudentSubject STUDENT =
            new StudentSubject("0123456789abcdef".repeat(4), CLASS, new byte[] {1, 2, 3});

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private static StudentTokens at(Instant now, String... keys) {
        return new StudentTokens(TokenKeys.of(String.join("\n", keys), "KEYS"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static boolean isBelieved(String token, Instant now, String... keys) {
        return at(now, keys).verify(token).isPresent();
    }

    @Test
    void aTokenSaysWhoseItIs() {
        String token = at(NOW, NEW_KEY).issue(STUDENT);
        StudentTokens.Verified verified = at(NOW, NEW_KEY).verify(token).orElseThrow();
        assertThat(verified.subject().principal()).isEqualTo(STUDENT.principal());
        assertThat(verified.subject().username()).isEqualTo(STUDENT.username());
        assertThat(verified.subject().sealedName()).containsExactly(1, 2, 3);
        assertThat(verified.issuedAt()).isEqualTo(NOW);
    }

    @Test
    void aTokenIsValidForFifteenMinutesAndSomeClocksError() {
        String token = at(NOW, NEW_KEY).issue(STUDENT);
        Instant end = NOW.plus(Duration.ofMinutes(15));
        assertThat(isBelieved(token, end, NEW_KEY)).isTrue();
        assertThat(isBelieved(token, end.plusSeconds(31), NEW_KEY)).isFalse();
        assertThat(isBelieved(token, NOW.minusSeconds(29), NEW_KEY)).isTrue();
        assertThat(isBelieved(token, NOW.minusSeconds(31), NEW_KEY)).isFalse();
    }

    @Test
    void duringAChangeOfKeysBothAreBelievedAndTheFirstSigns() {
        String old = at(NOW, OLD_KEY).issue(STUDENT);
        String during = at(NOW, NEW_KEY, OLD_KEY).issue(STUDENT);
        assertThat(isBelieved(old, NOW, NEW_KEY, OLD_KEY)).isTrue();
        assertThat(isBelieved(during, NOW, NEW_KEY)).isTrue();
        assertThat(isBelieved(old, NOW, NEW_KEY)).isFalse();
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherAudienceIsNotBelieved() throws GeneralSecurityException {
        assertThat(isBelieved(foreign("cell-monitor", "cell-monitor/student"), NOW, NEW_KEY))
                .isTrue();
        assertThat(isBelieved(foreign("somebody", "cell-monitor/student"), NOW, NEW_KEY))
                .isFalse();
        assertThat(isBelieved(foreign("cell-monitor", "cell-monitor/export"), NOW, NEW_KEY))
                .isFalse();
    }

    private static String foreign(String issuer, String audience) throws GeneralSecurityException {
        return TokenMac.of(TokenKeys.of(NEW_KEY, "KEYS"))
                .computeMacAndEncode(RawJwt.newBuilder()
                        .setIssuer(issuer)
                        .setAudience(audience)
                        .setSubject(STUDENT.username())
                        .setIssuedAt(NOW)
                        .setExpiration(NOW.plusSeconds(60))
                        .addStringClaim("class", CLASS.toString())
                        .addStringClaim("name", "")
                        .build());
    }

    @Test
    void whatIsNoTokenIsNotBelieved() {
        String[] parts = at(NOW, NEW_KEY).issue(STUDENT).split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        for (String text : List.of(
                "",
                ".",
                "..",
                "a.b.c",
                "Ω.Ω.Ω",
                none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + "." + parts[2].substring(1))) {
            assertThat(isBelieved(text, NOW, NEW_KEY)).as(text).isFalse();
        }
    }

    /** A token travels through proxies whose logs are not ours. */
    @Test
    void nothingThatIsPrintedShowsAKeyOrAName() {
        assertThat(TokenKeys.of(NEW_KEY, "KEYS")).hasToString("TokenKeys[1]");
        assertThat(STUDENT.toString()).doesNotContain(STUDENT.username());
    }
}
