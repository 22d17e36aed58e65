package io.cellmonitor.measure;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The labels of the framework's figures of HTTP requests. Left to itself it takes whatever address and method a request names where no route is found: pages of the
 * dashboard, each with its class and student, and whatever anybody cares to send. Safe from any thread.
 */
@Singleton
final class RequestLabels implements HttpServerMetricsTagsContributor, MeterFilter {

    /** Under which the framework keeps the template of a route that was found, with the names of its parts in place of what stood there. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final Tag OTHER = Tag.of("uri", "other");
    private static final Tag DASHBOARD = Tag.of("uri", "/dashboard");
    private static final Tag OTHER_METHOD = Tag.of("method", "other");
    /** Routes that the framework knows no template of, for they are in front of its own. */
    private static final Set<String> IN_FRONT = Set.of("/api/v1/events", "/student-progress", "/ws/connect");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public Tags contribute(Context context) {
        Tags labels = Tags.of(address(
                context.requestContextLocalData(TEMPLATE), context.request().path()));
        return METHODS.contains(context.request().method().name()) ? labels : labels.and(OTHER_METHOD);
    }

    /** Requests that were broken off are not counted: the framework names their address as it was sent, and asks nobody. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().equals("http.server.requests") && "RESET".equals(id.getTag("status"))
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    private static Tag address(@Nullable String template, @Nullable String path) {
        if (template != null) {
            return Tag.of("uri", template);
        }
        if (path == null) {
            return OTHER;
        }
        if (IN_FRONT.contains(path)) {
            return Tag.of("uri", path);
        }
        return path.equals("/dashboard") || path.startsWith("/dashboard/") ? DASHBOARD : OTHER;
    }
}
