package io.cellmonitor.live;

/**
 * Who looks at a class: a connection in its place.
 *
 * @param id of the connection
 */
record Viewer(String id, LivePlace place, ClassChannel channel, LiveConnection connection) {}
