package io.cellmonitor.trace;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * Takes the framework's tracer out of Vert.x. While tracing is on it would be asked for each request, each command of Redis and each statement, recorded or not, and its
 * spans hold addresses with ids in them.
 */
@Singleton
final class NoVertxTracer implements VertxOptionsCustomizer {

    @Override
    public void accept(VertxOptions options) {
        options.setTracingOptions(null);
    }
}
