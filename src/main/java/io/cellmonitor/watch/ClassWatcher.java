package io.cellmonitor.watch;

/** Gets what happens in a class, each delta after the one before it. Called by one thread at a time; must not block. */
public interface ClassWatcher {

    /** The next delta. */
    void onDelta(ClassDelta delta);

    /** Everything known before is void: a new day, or a new start. */
    void onReset(ClassSnapshot snapshot);
}
