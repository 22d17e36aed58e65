package io.cellmonitor.access;

import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Students' tokens: JWTs (RFC 7519) that this application signs and reads, valid for 15 minutes. A token says whose it is by the blind index and
 * the sealed name, so that nobody need be asked (ingest goes on while PostgreSQL is away). Safe from any thread.
 */
@Singleton
public final class StudentTokens {

    /** How long a token is valid. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of two instances may be apart. */
    static final Duration SKEW = Duration.ofSeconds(30);

    static final String ISSUER = "cell-monitor";
    static final String AUDIENCE = "cell-monitor/student";

    private static final String CLASS = "class";
    private static final String NAME = "name";

    /** A token that is right, and when it was made. */
    record Verified(StudentSubject subject, Instant issuedAt) {}

    private final JwtMac mac;
    private final Clock clock;
    private final JwtValidator validator;

    @Inject
    StudentTokens(TokenKeys keys) {
        this(keys, Clock.systemUTC());
    }

    StudentTokens(TokenKeys keys, Clock clock) {
        this.mac = TokenMac.of(keys);
        this.clock = clock;
        this.validator = JwtValidator.newBuilder()
                .expectIssuer(ISSUER)
                .expectAudience(AUDIENCE)
                .expectIssuedInThePast()
                .setClock(clock)
                .setClockSkew(SKEW)
                .build();
    }

    /** A new token for a student. */
    public String issue(StudentSubject subject) {
        Instant now = clock.instant();
        RawJwt token = RawJwt.newBuilder()
                .setIssuer(ISSUER)
                .setAudience(AUDIENCE)
                .setSubject(subject.username())
                .setIssuedAt(now)
                .setExpiration(now.plus(LIFETIME))
                .addStringClaim(CLASS, subject.classId().toString())
                .addStringClaim(NAME, Base64.getEncoder().encodeToString(subject.sealedName()))
                .build();
        try {
            return mac.computeMacAndEncode(token);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a token cannot be signed", impossible);
        }
    }

    /** What a token says; empty when it is malformed, of another key, issuer or audience, or expired. */
    Optional<Verified> verify(String token) {
        try {
            VerifiedJwt verified = mac.verifyMacAndDecode(token, validator);
            StudentSubject subject = new StudentSubject(
                    verified.getSubject(),
                    UUID.fromString(verified.getStringClaim(CLASS)),
                    Base64.getDecoder().decode(verified.getStringClaim(NAME)));
            return Optional.of(new Verified(subject, verified.getIssuedAt()));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
