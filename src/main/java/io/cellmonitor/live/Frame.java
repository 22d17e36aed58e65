package io.cellmonitor.live;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message to screens, as the bytes that go out: made once, shared by all sockets that get it, never changed. */
final class Frame {

    /** The longest fragment that clients of Vert.x take unless they are told otherwise; browsers know no limit. */
    private static final int MAX_FRAGMENT = 64 * 1024;

    private final byte[] utf8;

    /** {@code utf8} belongs to the frame from here on. */
    Frame(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** In bytes. */
    int length() {
        return utf8.length;
    }

    /** For one socket: one text message, in fragments when it is long. They share the frame's bytes. */
    List<WebSocketFrame> fragments() {
        List<WebSocketFrame> fragments = new ArrayList<>(1 + utf8.length / MAX_FRAGMENT);
        int begin = 0;
        do {
            int end = Math.min(begin + MAX_FRAGMENT, utf8.length);
            fragments.add(fragment(begin, end));
            begin = end;
        } while (begin < utf8.length);
        return fragments;
    }

    private WebSocketFrame fragment(int begin, int end) {
        var bytes = Unpooled.wrappedBuffer(utf8, begin, end - begin);
        boolean last = end == utf8.length;
        return begin == 0 ? new TextWebSocketFrame(last, 0, bytes) : new ContinuationWebSocketFrame(last, 0, bytes);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
