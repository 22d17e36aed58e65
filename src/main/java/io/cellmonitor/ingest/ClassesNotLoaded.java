package io.cellmonitor.ingest;

/** A class that a credential covers is not known (yet): nothing can be said about its zone, so senders come again later. */
final class ClassesNotLoaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClassesNotLoaded() {
        super("the class is not loaded");
    }
}
