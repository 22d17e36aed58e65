package io.cellmonitor.influx;

import java.net.URI;

/**
 * An InfluxDB that answers as 2.x does.
 *
 * @param what for people: which one it is
 * @param token that may do everything
 */
public record RunningInflux(String what, URI url, String token, String org) {}
