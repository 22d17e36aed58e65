package io.cellmonitor.simulate;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the events in a dashboard's frames, without making objects of the rest. For one socket. */
final class FrameReader implements WebSocket.Listener {

    private static final String EVENT_ID = "\"eventId\":\"";

    private final Consumer<String> seen;
    private final StringBuilder frame = new StringBuilder();
    private final CompletableFuture<Void> firstFrame = new CompletableFuture<>();

    /** {@code seen} gets the id of every event, in the order of the frames. */
    FrameReader(Consumer<String> seen) {
        this.seen = seen;
    }

    /** Complete when the first frame is there; failed when none will come. */
    CompletableFuture<Void> firstFrame() {
        return firstFrame;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            read(frame.toString());
            frame.setLength(0);
            firstFrame.complete(null);
        }
        socket.request(1);
        return null;
    }

    private void read(String whole) {
        for (int at = whole.indexOf(EVENT_ID); at >= 0; at = whole.indexOf(EVENT_ID, at + EVENT_ID.length())) {
            int begin = at + EVENT_ID.length();
            seen.accept(whole.substring(begin, whole.indexOf('"', begin)));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end(0);
    }

    private void end(int code) {
        if (!firstFrame.completeExceptionally(new IllegalStateException("no frame came: close code " + code))) {
            System.err.println("a dashboard was closed: code " + code);
        }
    }
}
