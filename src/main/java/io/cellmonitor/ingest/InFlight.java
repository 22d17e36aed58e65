package io.cellmonitor.ingest;

/** Bounds what is between request and answer (promise 6): more requests or bytes than that get 503. Safe from any thread. */
final class InFlight {

    private final int mostRequests;
    private final long mostBytes;
    private int requests;
    private long bytes;

    InFlight(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Lets a request in, or not; one that got in must {@link #leave} once. */
    synchronized boolean enter(long length) {
        if (requests >= mostRequests || bytes + length > mostBytes) {
            return false;
        }
        requests++;
        bytes += length;
        return true;
    }

    /** Lets go of what {@link #enter} counted. */
    synchronized void leave(long length) {
        requests--;
        bytes -= length;
    }
}
