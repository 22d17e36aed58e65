package io.cellmonitor.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The cookie of a sign-in session. It ends with the browser; the session behind it ends when it is not used. */
final class SessionCookie {

    static final String NAME = "cell-monitor-session";

    private SessionCookie() {}

    static Optional<Secret> read(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }

    static void set(RoutingContext context, Secret token) {
        context.response().addCookie(cookie(context, token.text()));
    }

    static void clear(RoutingContext context) {
        context.response().addCookie(cookie(context, "").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext context, String value) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(context.request().isSSL()
                        || "https".equals(context.request().scheme()));
    }
}
