package io.cellmonitor.measure;

import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.DatagramSocketMetrics;
import io.vertx.core.spi.metrics.EventBusMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.TCPMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;

/** The framework's metrics, but for the databases: theirs are ours. */
final class DatabaseMetrics implements VertxMetrics {

    private final VertxMetrics framework;
    private final Databases databases;

    DatabaseMetrics(VertxMetrics framework, Databases databases) {
        this.framework = framework;
        this.databases = databases;
    }

    @Override
    @SuppressWarnings("NullAway") // Vert.x: null is "not measured"
    public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress remote, String type, String name) {
        return databases.isOne(name) ? databases.queries(name) : framework.createClientMetrics(remote, type, name);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public TCPMetrics<?> createNetClientMetrics(NetClientOptions options) {
        return databases.isOne(options.getMetricsName())
                ? databases.connections(options.getMetricsName())
                : framework.createNetClientMetrics(options);
    }

    @Override
    public EventBusMetrics<?> createEventBusMetrics() {
        return framework.createEventBusMetrics();
    }

    @Override
    public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress local) {
        return framework.createHttpServerMetrics(options, local);
    }

    @Override
    public HttpClientMetrics<?, ?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
        return framework.createHttpClientMetrics(options);
    }

    @Override
    public TCPMetrics<?> createNetServerMetrics(NetServerOptions options, SocketAddress local) {
        return framework.createNetServerMetrics(options, local);
    }

    @Override
    public DatagramSocketMetrics createDatagramSocketMetrics(DatagramSocketOptions options) {
        return framework.createDatagramSocketMetrics(options);
    }

    @Override
    public PoolMetrics<?> createPoolMetrics(String type, String name, int size) {
        return framework.createPoolMetrics(type, name, size);
    }

    @Override
    public void vertxCreated(Vertx vertx) {
        framework.vertxCreated(vertx);
    }

    @Override
    public boolean isMetricsEnabled() {
        return framework.isMetricsEnabled();
    }

    @Override
    public void close() {
        framework.close();
    }
}
