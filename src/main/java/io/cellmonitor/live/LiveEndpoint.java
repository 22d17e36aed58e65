package io.cellmonitor.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.event.StreamId;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ws/connect?class=&after=}: a class, live. Who may open it is settled by {@link LiveUpgradeCheck} (a teacher of the class, by cookie or
 * ticket), so the endpoint itself permits whom that let in.
 */
@WebSocket(path = "/ws/connect")
@PermitAll
public class LiveEndpoint {

    private final LiveHub hub;
    private final ClassDirectory directory;
    private final ObjectMapper json;

    LiveEndpoint(LiveHub hub, ClassDirectory directory, ObjectMapper json) {
        this.hub = hub;
        this.directory = directory;
        this.json = json;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        LivePlace place = connection.userData().get(LiveUpgradeCheck.PLACE);
        ChannelHandlerContext channel = connection.userData().get(LiveUpgradeCheck.CHANNEL);
        MonitoredClass monitored =
                place == null ? null : directory.find(place.classId()).orElse(null);
        if (place == null || channel == null || monitored == null) {
            return connection.close();
        }
        StreamId after = place(query(connection, "after"));
        FrameSocket socket = new SocketOfWebSocket(connection, channel, EventLoop.current());
        return hub.open(connection.id(), place, monitored, socket, after).invoke(() -> leaveIfGone(connection));
    }

    /** It may have closed while the class was loaded. */
    private void leaveIfGone(WebSocketConnection connection) {
        if (connection.isClosed()) {
            hub.closed(connection.id());
        }
    }

    @OnTextMessage
    void message(String text, WebSocketConnection connection) {
        JsonNode message = read(text);
        switch (message.path("type").asText()) {
            case "ping" -> hub.ping(connection.id());
            case "resume" ->
                hub.resume(connection.id(), place(message.path("after").textValue()));
            default -> {
                // A newer client may say more; what changes state comes by REST.
            }
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        hub.closed(connection.id());
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return json.nullNode();
        }
    }

    private static @Nullable StreamId place(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : StreamId.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String query(WebSocketConnection connection, String name) {
        String query = connection.handshakeRequest().query();
        if (query == null) {
            return null;
        }
        return new QueryStringDecoder(query, false)
                .parameters().getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
