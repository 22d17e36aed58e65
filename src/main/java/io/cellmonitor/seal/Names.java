package io.cellmonitor.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Seals students' names ({@code users.display_name}), each bound to its student. Safe from any thread. */
public final class Names {

    private final Sealer sealer;

    /** With the application's keys. */
    public Names(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Seals a name. */
    public byte[] seal(UUID student, String name) {
        return sealer.seal(name.getBytes(StandardCharsets.UTF_8), place(student));
    }

    /** Opens what {@link #seal} made for the same student; throws {@link NotSealedHere} for anything else. */
    public String open(UUID student, byte[] sealed) {
        return new String(sealer.open(sealed, place(student)), StandardCharsets.UTF_8);
    }

    private static String place(UUID student) {
        return "users.display_name/" + student;
    }
}
