package io.cellmonitor.bus;

import java.util.List;

/** The readers of all stores. */
record GroupReaders(List<GroupReader> all) {

    void start() {
        all.forEach(GroupReader::start);
    }

    /** All at once, for each may need seconds. */
    void stop() {
        all.parallelStream().forEach(GroupReader::stop);
    }
}
