package io.cellmonitor.simulate;

import java.util.Map;

/**
 * One thing that a student does.
 *
 * @param seconds of class time since the step before
 * @param type the event's type
 * @param fields the event's other fields, by their native names
 */
record Step(double seconds, String type, Map<String, Object> fields) {}
