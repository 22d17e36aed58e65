package io.cellmonitor.seal;

/** The bytes were not sealed for this place with these keys, or were changed. */
public final class NotSealedHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSealedHere() {
        super("not sealed for this place with these keys");
    }
}
