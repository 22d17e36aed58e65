package io.cellmonitor.servers;

import java.util.function.Consumer;

/** Keeps one server alive: starts it again whenever it dies, ever more slowly while it will not start. */
final class Supervision implements AutoCloseable {

    /** How a server is started. */
    interface Start {
        Server now() throws Exception;
    }

    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 5_000;

    private final Start start;
    private final Consumer<Server> whenUp;
    private final Consumer<Throwable> whenRefused;
    private final Thread thread;
    private volatile boolean closing;

    /** {@code whenUp} is called on this supervision's thread after each start that went well, {@code whenRefused} after each other. */
    Supervision(String name, Start start, Consumer<Server> whenUp, Consumer<Throwable> whenRefused) {
        this.start = start;
        this.whenUp = whenUp;
        this.whenRefused = whenRefused;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    private void run() {
        long pause = FIRST_PAUSE;
        while (!closing) {
            try (Server server = start.now()) {
                whenUp.accept(server);
                pause = FIRST_PAUSE;
                awaitEnd(server.process());
            } catch (Exception | Error refused) {
                whenRefused.accept(refused);
            }
            pause = closing ? 0 : waited(pause);
        }
    }

    private void awaitEnd(ProcessHandle process) {
        while (!closing && process.isAlive()) {
            waited(100);
        }
    }

    private long waited(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            closing = true;
        }
        return Math.min(milliseconds * 2, LONGEST_PAUSE);
    }

    /** Ends the server gently and waits for it, 30 s at most. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
