package io.cellmonitor.measure;

import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.TCPMetrics;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections to a database are open. Bytes are not counted: it would cost with each packet. Safe from any thread. */
final class ConnectionCount implements TCPMetrics<Boolean> {

    private final AtomicInteger open = new AtomicInteger();

    int open() {
        return open.get();
    }

    @Override
    public Boolean connected(SocketAddress remote, String name) {
        open.incrementAndGet();
        return true;
    }

    @Override
    public void disconnected(Boolean wasConnected, SocketAddress remote) {
        open.decrementAndGet();
    }
}
