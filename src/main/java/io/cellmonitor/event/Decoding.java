package io.cellmonitor.event;

import java.util.List;
import java.util.UUID;

/** What became of a request body. */
public sealed interface Decoding {

    /** The body is no JSON, or is nested so deeply or has names so long that it is not read. */
    record NotJson() implements Decoding {}

    /** More events than one request may bring; none is taken. */
    record TooMany(int limit) implements Decoding {}

    /**
     * The body was read.
     *
     * @param single true when the body was one value and no array
     * @param items one for each element, in order; empty for an empty array
     */
    record Decoded(boolean single, List<Item> items) implements Decoding {}

    /** One element of the body. */
    sealed interface Item {
        /** Its place in the array; 0 for a single object. */
        int index();
    }

    /** A good event, mended where needed, of a class that the credential covers. */
    record Accepted(int index, LearningEvent event, UUID classId) implements Item {}

    /** An event that cannot be taken. */
    record Rejected(int index, Rejection rejection) implements Item {}
}
