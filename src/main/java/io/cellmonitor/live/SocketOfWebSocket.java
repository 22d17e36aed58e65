package io.cellmonitor.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A websockets-next connection. Frames go straight to its channel, for the framework takes a text and makes its bytes again for each socket;
 * opening, closing and what comes in are the framework's.
 *
 * @param channel where the framework itself writes
 */
record SocketOfWebSocket(WebSocketConnection connection, ChannelHandlerContext channel, EventLoop loop)
        implements FrameSocket {

    @Override
    public void send(Frame frame, Runnable written) {
        List<WebSocketFrame> fragments = frame.fragments();
        ChannelPromise last = channel.newPromise();
        last.addListener(done -> written.run());
        for (int i = 0; i < fragments.size() - 1; i++) {
            channel.write(fragments.get(i));
        }
        channel.writeAndFlush(fragments.getLast(), last);
    }

    @Override
    public CompletionStage<Void> close() {
        return connection.close().onFailure().recoverWithNull().subscribeAsCompletionStage();
    }
}
