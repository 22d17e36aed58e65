package io.cellmonitor.measure;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.spi.VertxMetricsFactory;
import jakarta.inject.Singleton;

/** Puts our measuring of the databases around the framework's, when it makes Vert.x. */
@Singleton
final class DatabaseMetricsOptions implements VertxOptionsCustomizer {

    @Override
    public void accept(VertxOptions options) {
        MetricsOptions metrics = options.getMetricsOptions();
        VertxMetricsFactory framework = metrics == null ? null : metrics.getFactory();
        if (framework != null) {
            // The registry that the framework itself writes to: there is no bean of it yet.
            Databases databases = new Databases(Metrics.globalRegistry);
            VertxMetricsFactory ours = vertx -> new DatabaseMetrics(framework.metrics(vertx), databases);
            // The framework's options keep their factory whatever is set.
            options.setMetricsOptions(new MetricsOptions().setEnabled(true).setFactory(ours));
        }
    }
}
