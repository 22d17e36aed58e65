package io.cellmonitor.operate;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * The dashboard's scripts and styles, compressed for who takes that: its build leaves {@code .br} and {@code .gz} beside each
 * ({@code dashboard/scripts/compressed.ts}). No other answer is compressed.
 */
@ApplicationScoped
class CompressedAssets {

    /** In front of the static files. */
    private static final int ORDER = -1000;

    /** The smaller one first. */
    private static final List<Encoding> ENCODINGS = List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"));

    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";

    private record Encoding(String name, String ending) {}

    void register(@Observes Router router) {
        reading(router.routeWithRegex("/dashboard/assets/.+\\.(js|css)")).handler(CompressedAssets::choose);
        for (Encoding encoding : ENCODINGS) {
            reading(router.routeWithRegex("/dashboard/assets/.+\\.(js|css)\\" + encoding.ending()))
                    .handler(context -> describe(context, encoding));
        }
    }

    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD).order(ORDER);
    }

    private static void choose(RoutingContext context) {
        Optional<Encoding> taken = ENCODINGS.stream()
                .filter(encoding -> isTaken(context, encoding))
                .findFirst();
        if (taken.isPresent()) {
            context.reroute(context.request().path() + taken.get().ending());
        } else {
            varies(context);
            context.next();
        }
    }

    private static boolean isTaken(RoutingContext context, Encoding encoding) {
        return context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(named -> named.value().equalsIgnoreCase(encoding.name()) && named.weight() > 0);
    }

    /** The handler of static files says what the compressed file is; the browser is told what it is inside. */
    private static void describe(RoutingContext context, Encoding encoding) {
        String path = context.request().path();
        String type = path.endsWith(".js" + encoding.ending()) ? SCRIPT : STYLE;
        context.addHeadersEndHandler(ignored -> {
            int status = context.response().getStatusCode();
            if (status == 200 || status == 206) {
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type)
                        .putHeader(HttpHeaders.CONTENT_ENCODING, encoding.name());
            }
        });
        varies(context);
        context.next();
    }

    private static void varies(RoutingContext context) {
        context.addHeadersEndHandler(ignored -> context.response().putHeader(HttpHeaders.VARY, "accept-encoding"));
    }
}
