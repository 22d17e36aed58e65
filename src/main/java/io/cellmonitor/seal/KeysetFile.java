package io.cellmonitor.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** A {@link Keyset} in a file: {@code {"aead":<Tink keyset>,"index":<Tink keyset>}}, readable by its owner alone (0600). */
public final class KeysetFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeysetFile() {}

    /** Reads the keys; throws {@link KeysetUnusable} when the file is missing, unreadable or holds no keys. */
    public static Keyset read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new KeysetUnusable("CELL_MONITOR_KEYSET names a file that does not exist: " + path);
        }
        try {
            JsonNode keysets = JSON.readTree(Files.readAllBytes(path));
            return new Keyset(handle(keysets.path("aead")), handle(keysets.path("index")));
        } catch (IOException | GeneralSecurityException unusable) {
            // Without the cause: it could quote the keys.
            throw new KeysetUnusable("CELL_MONITOR_KEYSET names a file that holds no keys or cannot be read: " + path);
        }
    }

    /** Reads the keys, or makes new ones if the file is missing. Several processes may do so at once: the first file stays. */
    public static Keyset readOrCreate(Path path) {
        if (!Files.exists(path)) {
            create(path, Keyset.generate());
        }
        return read(path);
    }

    private static void create(Path path, Keyset keyset) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path written = Files.createTempFile(
                    folder,
                    "keyset",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(written, JSON.writeValueAsBytes(json(keyset)));
                // A link, unlike a move, never replaces keys that another process wrote meanwhile.
                Files.createLink(path, written);
            } catch (FileAlreadyExistsException theirs) {
                return;
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException | GeneralSecurityException unwritable) {
            throw new KeysetUnusable("CELL_MONITOR_KEYSET names a file that cannot be written: " + path);
        }
    }

    private static ObjectNode json(Keyset keyset) throws IOException, GeneralSecurityException {
        ObjectNode keysets = JSON.createObjectNode();
        keysets.set("aead", json(keyset.aead()));
        keysets.set("index", json(keyset.index()));
        return keysets;
    }

    private static JsonNode json(KeysetHandle handle) throws IOException, GeneralSecurityException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle handle(JsonNode keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get());
    }
}
