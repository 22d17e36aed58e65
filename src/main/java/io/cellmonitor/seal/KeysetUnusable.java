package io.cellmonitor.seal;

/** There are no keys to seal with, so the application does not start. The message names the setting and says what is wrong. */
public final class KeysetUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code message} begins with {@code CELL_MONITOR_KEYSET}. */
    public KeysetUnusable(String message) {
        super(message);
    }
}
