package io.cellmonitor.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A body that is a file and no JSON: its route judges the type itself, after it has judged the caller. */
public final class SentFile {

    private SentFile() {}

    /** Its bytes, none when there is no body; throws a 415 problem unless its type begins with {@code type}. */
    public static byte[] of(RoutingContext request, String type) {
        @Nullable String sent = request.request().getHeader("Content-Type");
        if (sent == null || !sent.strip().toLowerCase(Locale.ROOT).startsWith(type)) {
            throw Problem.of(
                    415, "Content-Type", "The body is of another type.", type + (type.endsWith("/") ? "*" : ""));
        }
        @Nullable Buffer body = request.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }
}
