package io.cellmonitor.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** Whether a request was made on this machine and by a page or program of this machine. */
public final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    /** True for the names and addresses of this machine alone, without a port. */
    public static boolean isName(String host) {
        return NAMES.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The peer is on loopback, the Host names loopback (against DNS rebinding), the Origin is absent or loopback. */
    static boolean isWholly(HttpServerRequest request) {
        return isPeer(request) && isHost(request) && isOrigin(request);
    }

    private static boolean isPeer(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        if (address == null) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isHost(HttpServerRequest request) {
        return request.authority() == null || isName(request.authority().host());
    }

    /** No page sent it, or one of this machine. */
    static boolean isOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            String host = URI.create(origin).getHost();
            return host != null && isName(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
