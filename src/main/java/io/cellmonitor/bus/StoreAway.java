package io.cellmonitor.bus;

/** A store could not do its work now, through no fault of the data: the same events are tried again later. */
final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code reason} holds no student's words. */
    StoreAway(String reason) {
        super(reason);
    }

    /** {@code reason} holds no student's words. */
    StoreAway(String reason, Exception cause) {
        super(reason, cause);
    }
}
