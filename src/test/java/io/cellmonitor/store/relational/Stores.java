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

    /** What reads of the cells of all notebooks for people. */
    public static CellReads cells(Pool writer) {
        return new CellReads(new ReadAs(writer));
    }

    /** What reads all students' answers to one cell for people. */
    public static AnswerReads answers(Pool writer) {
        return new AnswerReads(new ReadAs(writer));
    }

    /** What lists notebooks for people. */
    public static NotebookList notebookList(Pool writer) {
        return new NotebookList(new ReadAs(writer));
    }

    /** What reads when a class worked for people. */
    public static WorkingReads working(Pool writer) {
        return new WorkingReads(new ReadAs(writer));
    }

    /** What reads the rest of a report for people. */
    public static ReportReads report(Pool writer) {
        return new ReportReads(new ReadAs(writer));
    }
}
