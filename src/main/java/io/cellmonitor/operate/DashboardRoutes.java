package io.cellmonitor.operate;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads to the dashboard: its static files lie under {@code META-INF/resources/dashboard}, its pages are all one page. Open to all. */
@ApplicationScoped
class DashboardRoutes {

    /** In front of the static files. */
    private static final int ORDER = -1000;

    private static final String PAGE = "/dashboard/index.html";

    void register(@Observes Router router) {
        reading(router.route("/")).handler(DashboardRoutes::toDashboard);
        reading(router.routeWithRegex("/dashboard")).handler(DashboardRoutes::withoutSlash);
        reading(router.routeWithRegex("/dashboard/(?!assets/)[^.]+")).handler(context -> context.reroute(PAGE));
    }

    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD).order(ORDER);
    }

    /** The router takes {@code /dashboard} and {@code /dashboard/} for the same. */
    private static void withoutSlash(RoutingContext context) {
        if (context.request().path().endsWith("/")) {
            context.reroute(PAGE);
        } else {
            toDashboard(context);
        }
    }

    private static void toDashboard(RoutingContext context) {
        String query = context.request().query();
        context.redirect("/dashboard/" + (query == null ? "" : "?" + query));
    }
}
