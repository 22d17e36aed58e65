package io.cellmonitor.ingest;

import io.cellmonitor.event.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request's body, at most 4 MiB inflated. (What may be sent is limited for all routes alike.) */
sealed interface RequestBody {

    /** The most bytes that a body may inflate to. */
    int MOST_INFLATED = 4 * 1024 * 1024;

    /** A body that does not say that it is JSON. */
    Unread OF_ANOTHER_TYPE = new Unread(
            415, new Rejection("Content-Type", "the content type is missing or another", "application/json"));

    /** The body, inflated. */
    record Read(byte[] content) implements RequestBody {}

    /** A body that is not read. */
    record Unread(int status, Rejection rejection) implements RequestBody {}

    /** Whether a header {@code Content-Type} says JSON. The framework lets none and {@code octet-stream} pass, which any page may send unasked. */
    static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    /** {@code contentEncoding} as in the header of the same name. */
    static RequestBody of(byte[] sent, @Nullable String contentEncoding) {
        return switch (contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> new Read(sent);
            case "gzip", "x-gzip" -> inflated(sent);
            default -> new Unread(415, new Rejection("Content-Encoding", "the content encoding is not known", "gzip"));
        };
    }

    private static RequestBody inflated(byte[] sent) {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(sent), 8192)) {
            byte[] inflated = content.readNBytes(MOST_INFLATED + 1);
            return inflated.length <= MOST_INFLATED
                    ? new Read(inflated)
                    : new Unread(
                            413,
                            new Rejection("body", "the inflated body is too large", MOST_INFLATED + " bytes inflated"));
        } catch (IOException notGzip) {
            return new Unread(400, new Rejection("body", "the body is not gzip", "gzip"));
        }
    }
}
