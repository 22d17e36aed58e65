package io.cellmonitor.bus;

/** A command that Redis did not carry out, or whose answer never came. Its message may quote Redis, never an event. */
final class RedisFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisFailure(Throwable cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }

    /** The consumer group, or the whole log, is gone. */
    boolean isNoGroup() {
        return RedisErrors.is(this, "NOGROUP") || RedisErrors.is(this, "UNBLOCKED");
    }
}
