package io.cellmonitor.live;

import java.util.concurrent.CompletionStage;

/** The far end of a connection, as the backlog needs it. To be used on its own event loop. */
interface FrameSocket {

    /** The thread that it lives on; may be asked from any thread. */
    EventLoop loop();

    /** Hands a frame to the socket; {@code written} runs on its loop when it left this machine or never will. */
    void send(Frame frame, Runnable written);

    /** Closes it, however much still waits; complete when this side has said so, or cannot any more. */
    CompletionStage<Void> close();
}
