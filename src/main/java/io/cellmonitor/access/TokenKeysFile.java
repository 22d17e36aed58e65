package io.cellmonitor.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** {@link TokenKeys} in a file, one a line, readable by its owner alone (0600). */
final class TokenKeysFile {

    static final String SETTING = "CELL_MONITOR_TOKEN_KEYS_FILE";
    private static final int BYTES = 32;

    private TokenKeysFile() {}

    /** Reads the keys; throws {@link TokenKeysUnusable} when the file cannot be read or holds none. */
    static TokenKeys read(Path file) {
        try {
            return TokenKeys.of(Files.readString(file), SETTING);
        } catch (IOException unreadable) {
            throw new TokenKeysUnusable(SETTING, "there is no readable file " + file);
        }
    }

    /** Reads the keys, or makes one if the file is missing. Several processes may do so at once: the first file stays. */
    static TokenKeys readOrCreate(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return read(file);
    }

    private static void create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path written = Files.createTempFile(
                    folder,
                    "token-keys",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(written, random() + "\n");
                Files.createLink(file, written);
            } catch (FileAlreadyExistsException theirs) {
                return;
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException unwritable) {
            throw new TokenKeysUnusable(SETTING, "the file cannot be written: " + file);
        }
    }

    private static String random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getEncoder().encodeToString(bits);
    }
}
