package io.cellmonitor.access;

import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** The names of accounts as they rest: sealed for their row and column (promise 11), login names found by a keyed blind index. */
@ApplicationScoped
class SealedNames {

    static final String USERNAME = "username";
    static final String DISPLAY_NAME = "display_name";

    private final Sealer sealer;
    private final BlindIndex blindIndex;

    SealedNames(Sealer sealer, BlindIndex blindIndex) {
        this.sealer = sealer;
        this.blindIndex = blindIndex;
    }

    /** By what an account is found: the same for any case of the login name. */
    String index(String username) {
        return blindIndex.of("account", username.strip().toLowerCase(Locale.ROOT));
    }

    String seal(UUID user, String column, String name) {
        byte[] sealed = sealer.seal(name.getBytes(StandardCharsets.UTF_8), place(user, column));
        return Base64.getEncoder().encodeToString(sealed);
    }

    String open(UUID user, String column, String sealed) {
        byte[] name = sealer.open(Base64.getDecoder().decode(sealed), place(user, column));
        return new String(name, StandardCharsets.UTF_8);
    }

    private static String place(UUID user, String column) {
        return "accounts." + column + "/" + user;
    }
}
