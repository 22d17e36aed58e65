package io.cellmonitor.live;

import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.CompletionStage;

/** A websockets-next connection. Its Uni completes when the frame left for the network: that is the write queue's signal. */
record SocketOfWebSocket(WebSocketConnection connection, EventLoop loop) implements FrameSocket {

    @Override
    public void send(String frame, Runnable written) {
        connection.sendText(frame).subscribe().with(done -> written.run(), failure -> written.run());
    }

    @Override
    public CompletionStage<Void> close() {
        return connection.close().onFailure().recoverWithNull().subscribeAsCompletionStage();
    }
}
