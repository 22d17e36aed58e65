package io.cellmonitor.operate;

import io.vertx.core.http.HttpMethod;
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
        router.get("/").order(ORDER).handler(DashboardRoutes::toDashboard);
        router.getWithRegex("/dashboard").order(ORDER).handler(DashboardRoutes::withoutSlash);
        router.routeWithRegex(HttpMethod.GET, "/dashboard/(?!assets/)[^.]+")
                .order(ORDER)
                .handler(context -> context.reroute(PAGE));
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
