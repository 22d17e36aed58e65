package io.cellmonitor.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A client's end of a connection that can stop reading: what it was given then waits in the network. */
final class TestSocket implements FrameSocket {

    private static final EventLoop LOOP = new EventLoop("test", Runnable::run);

    private record Sent(Frame frame, Runnable written) {}

    private final List<Sent> network = new ArrayList<>();
    private final FrameStore store = new FrameStore();
    private boolean reading = true;
    boolean closed;

    FrameStore store() {
        return store;
    }

    int inNetwork() {
        return network.size();
    }

    @Override
    public EventLoop loop() {
        return LOOP;
    }

    @Override
    public void send(Frame frame, Runnable written) {
        network.add(new Sent(frame, written));
        if (reading) {
            drain();
        }
    }

    @Override
    public CompletionStage<Void> close() {
        closed = true;
        return CompletableFuture.completedStage(null);
    }

    void suspend() {
        reading = false;
    }

    void wake() {
        reading = true;
        drain();
    }

    private void drain() {
        while (!network.isEmpty()) {
            Sent next = network.removeFirst();
            store.receive(next.frame().toString());
            next.written().run();
        }
    }
}
