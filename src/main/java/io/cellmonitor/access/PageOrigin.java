package io.cellmonitor.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page that made a browser send a request, by the header Origin: ours, or another site's. */
public final class PageOrigin {

    private PageOrigin() {}

    /** The header is there and names another scheme, host or port than the request was sent to; malformed ones are foreign. */
    public static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        // Not the header Host, which HTTP/2 has not.
        HostAndPort here = request.authority();
        String scheme = scheme(request);
        try {
            URI page = URI.create(origin);
            return here == null
                    || page.getHost() == null
                    || !scheme.equalsIgnoreCase(page.getScheme())
                    || !page.getHost().equalsIgnoreCase(here.host())
                    || port(page.getPort(), scheme) != port(here.port(), scheme);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static String scheme(HttpServerRequest request) {
        @Nullable String scheme = request.scheme();
        return scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT);
    }

    private static int port(int port, String scheme) {
        if (port >= 0) {
            return port;
        }
        return scheme.equals("https") ? 443 : 80;
    }
}
