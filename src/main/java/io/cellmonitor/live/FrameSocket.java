package io.cellmonitor.live;

/** The far end of a connection, as the backlog needs it. */
interface FrameSocket {

    /** Hands a frame to the socket; {@code written} runs, on any thread, when it left this machine or never will. */
    void send(String frame, Runnable written);

    /** Closes it, however much still waits. */
    void close();
}
