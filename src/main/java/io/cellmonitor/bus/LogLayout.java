package io.cellmonitor.bus;

import java.nio.charset.StandardCharsets;

/** How the log lies in Redis: one stream, each entry an envelope with its sealed parts. */
final class LogLayout {
    /** The log; the braces are a hash tag, so that all keys of a partition share a slot. */
    static final String LOG = "events:{0}";

    /** Entries that nobody could read, put aside as they were; bounded. */
    static final String UNREADABLE = "unreadable:{0}";

    static final byte[] ENVELOPE = "e".getBytes(StandardCharsets.US_ASCII);
    static final byte[] SEALED = "s".getBytes(StandardCharsets.US_ASCII);
    static final byte[] SEALED_NAME = "n".getBytes(StandardCharsets.US_ASCII);

    /** Of traced events alone; whoever does not know it leaves it out. */
    static final byte[] TRACEPARENT = "t".getBytes(StandardCharsets.US_ASCII);

    private LogLayout() {}

    /** How far a store that can be filled again has been filled. */
    static String refill(String group) {
        return "refill:{0}:" + group;
    }
}
