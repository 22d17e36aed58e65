package io.cellmonitor.access;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The routes on which events come in: the only ones that the open door and API keys are for. */
final class SenderRoutes {

    private SenderRoutes() {}

    /** By the path that routes are chosen by: without dot segments, doubled slashes and needless escapes. */
    static boolean contains(RoutingContext context) {
        return contains(context.normalizedPath());
    }

    /** Where a student's server gets its token: the open door is for it too. */
    static boolean givesTokens(RoutingContext context) {
        String path = context.normalizedPath();
        return path != null && isOne(path, "/api/v1/student/token");
    }

    private static boolean contains(@Nullable String path) {
        return path != null
                && (isOne(path, "/api/v1/events")
                        || isOne(path, "/student-progress")
                        || path.startsWith("/api/v1/test/events/"));
    }

    /** A slash at the end makes no other route. */
    private static boolean isOne(String path, String route) {
        return path.equals(route) || path.equals(route + "/");
    }
}
