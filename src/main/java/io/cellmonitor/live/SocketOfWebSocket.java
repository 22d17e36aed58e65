package io.cellmonitor.live;

import io.quarkus.websockets.next.WebSocketConnection;

/** A websockets-next connection. Its Uni completes when the frame left for the network: that is the write queue's signal. */
record SocketOfWebSocket(WebSocketConnection connection) implements FrameSocket {

    @Override
    public void send(String frame, Runnable written) {
        connection.sendText(frame).subscribe().with(done -> written.run(), failure -> written.run());
    }

    @Override
    public void close() {
        connection.close().subscribe().with(done -> {}, failure -> {});
    }
}
