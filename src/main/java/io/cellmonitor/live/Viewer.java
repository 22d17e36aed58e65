package io.cellmonitor.live;

/**
 * A connection in its place.
 *
 * @param id of the connection
 */
record Seat(String id, LivePlace place, ClassChannel channel, LiveConnection connection) {}
