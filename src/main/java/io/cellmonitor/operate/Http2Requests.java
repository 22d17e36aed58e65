package io.cellmonitor.operate;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets bodies be read in front of JAX-RS over HTTP/2 too. JAX-RS begins by pausing the request, which an HTTP/1 request bears after its end and
 * an HTTP/2 request does not: the answer would be 500. So these are routed once more, as requests that bear it.
 */
@ApplicationScoped
class Http2Requests {

    /** In front of every filter. */
    private static final int ORDER = -2_000;

    /** In the context that each request has to itself. */
    private static final String ROUTED = Http2Requests.class.getName();

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(context -> route(router, context));
    }

    private static void route(Router router, RoutingContext context) {
        Context own = Vertx.currentContext();
        if (context.request().version() != HttpVersion.HTTP_2 || own.getLocal(ROUTED) != null) {
            context.next();
            return;
        }
        own.putLocal(ROUTED, true);
        router.handle(new Pausable((HttpServerRequestInternal) context.request()));
    }

    private static final class Pausable extends HttpServerRequestWrapper {

        Pausable(HttpServerRequestInternal request) {
            super(request);
        }

        @Override
        public HttpServerRequest pause() {
            return isEnded() ? this : super.pause();
        }

        @Override
        public HttpServerRequest resume() {
            return isEnded() ? this : super.resume();
        }
    }
}
