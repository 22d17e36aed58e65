package io.cellmonitor.bus;

import java.util.List;

/** Whether Redis keeps what it acknowledges (promise 1). */
public sealed interface Durability {

    /** Its configuration says so. */
    record Confirmed() implements Durability {}

    /** It does not, or it does not tell. */
    record Doubtful(List<String> reasons) implements Durability {}
}
