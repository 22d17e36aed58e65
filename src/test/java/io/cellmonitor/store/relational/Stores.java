package io.cellmonitor.store.relational;

import io.vertx.mutiny.sqlclient.Pool;

/** The stores of this package, put together for tests of other packages. */
public final class Stores {

    private Stores() {}

    /** What writes the log. */
    public static RelationalSubscriber subscriber(Pool pipeline) {
        return new RelationalSubscriber(pipeline, new DeadLetters(pipeline));
    }

    /** What puts aside what a store could not take. */
    public static DeadLetters deadLetters(Pool pipeline) {
        return new DeadLetters(pipeline);
    }

    /** What reads for people. */
    public static ClassReads reads(Pool writer) {
        return new ClassReads(new ReadAs(writer));
    }

    /** What reads of one notebook for people. */
    public static NotebookReads notebooks(Pool writer) {
        return new NotebookReads(new ReadAs(writer));
    }
}
