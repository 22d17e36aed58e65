package io.cellmonitor.servers;

/** A running server of our own. */
interface Server extends AutoCloseable {

    /** Where clients reach it, as a URI with the login if it has one. */
    String address();

    /** Its main process. */
    ProcessHandle process();

    /** Ends it gently and frees its data folder; does nothing more when it is dead already. */
    @Override
    void close();
}
