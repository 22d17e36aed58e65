package io.cellmonitor.joining;

import io.cellmonitor.seal.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** What somebody said who wants to join, as it rests: sealed for its row and column (promise 11). */
@ApplicationScoped
class ClaimWords {

    static final String STUDENT_NUMBER = "student_number";
    static final String DISPLAY_NAME = "display_name";

    private final Sealer sealer;

    ClaimWords(Sealer sealer) {
        this.sealer = sealer;
    }

    String seal(UUID claim, String column, String word) {
        byte[] sealed = sealer.seal(word.getBytes(StandardCharsets.UTF_8), place(claim, column));
        return Base64.getEncoder().encodeToString(sealed);
    }

    String open(UUID claim, String column, String sealed) {
        return new String(
                sealer.open(Base64.getDecoder().decode(sealed), place(claim, column)), StandardCharsets.UTF_8);
    }

    private static String place(UUID claim, String column) {
        return "join_claims." + column + "/" + claim;
    }
}
