package io.cellmonitor.bus;

/** What must be true before a group's reader reads: its group exists, at a place from which nothing is missed. */
interface GroupOpening {

    /** Called by the reader's thread, which holds the lease; may take long. Throws {@link StoreAway} or {@link RedisFailure}: try again later. */
    void open();
}
