package io.cellmonitor.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key and its certificate, made by the JDK's keytool: its own authority. */
public final class SelfSignedCertificate {

    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final KeyStore keys;

    private SelfSignedCertificate(Path folder, KeyStore keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Makes one in this folder. {@code host} as keytool names it: {@code ip:127.0.0.1}, {@code dns:db.example.org}. */
    public static SelfSignedCertificate of(Path folder, String host) {
        Path store = folder.resolve("key.p12");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-alias", "k", "-dname", "CN=test", "-ext", "san=" + host);
        keytool(
                store,
                "-exportcert",
                "-rfc",
                "-alias",
                "k",
                "-file",
                folder.resolve("certificate.pem").toString());
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            Key key = keys.getKey("k", PASSWORD.toCharArray());
            Files.writeString(
                    folder.resolve("key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + LINES.encodeToString(key.getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
            return new SelfSignedCertificate(folder, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PEM file. */
    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** PEM file, PKCS#8, without a password. */
    public Path key() {
        return folder.resolve("key.pem");
    }

    /** Both, for a Java server; the password is {@link #password()}. */
    public KeyStore keys() {
        return keys;
    }

    /** Of {@link #keys()}. */
    public char[] password() {
        return PASSWORD.toCharArray();
    }

    private static void keytool(Path store, String verb, String... words) {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder command = new ProcessBuilder(
                program.toString(),
                verb,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        command.command().addAll(List.of(words));
        try {
            Process process = command.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
