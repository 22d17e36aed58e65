package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frame as a client reads it off the wire. */
class FrameTest {

    private static final int FRAGMENT = 65_536;

    @ParameterizedTest
    @ValueSource(ints = {1, FRAGMENT - 1, FRAGMENT, FRAGMENT + 1, 3 * FRAGMENT, 200_000})
    void arrivesWholeHoweverLong(int bytes) {
        // Three bytes each, so that fragments end within a character.
        String text = ("席".repeat(bytes / 3) + "xxx").substring(0, bytes / 3 + bytes % 3);
        Frame frame = frame(text);

        assertThat(frame.length()).isEqualTo(bytes);
        assertThat(read(frame)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    void isTheSameForEachSocket(int characters) {
        Frame frame = frame("a".repeat(characters));

        assertThat(read(frame)).isEqualTo(read(frame)).hasSize(characters);
    }

    private static Frame frame(String text) {
        return new Frame(text.getBytes(StandardCharsets.UTF_8));
    }

    /** By a client that takes fragments of 64 KiB at most. */
    private static String read(Frame frame) {
        EmbeddedChannel server = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
        EmbeddedChannel client = new EmbeddedChannel(
                new WebSocket13FrameDecoder(false, false, FRAGMENT), new WebSocketFrameAggregator(1 << 24));
        frame.fragments().forEach(server::writeOutbound);
        for (Object bytes = server.readOutbound(); bytes != null; bytes = server.readOutbound()) {
            client.writeInbound(bytes);
        }
        TextWebSocketFrame message = client.readInbound();
        return message.text();
    }
}
