package io.cellmonitor.watch;

import io.cellmonitor.classroom.ClassroomState;
import java.util.Map;

/**
 * What is saved of a watched class. Its version is part of it: another version is not read, the fold is then made anew.
 *
 * @param help the sealed words of help requests that wait, by the request's stream id
 */
record SavedClass(int version, ClassroomState state, Map<String, SealedWords> help) {

    static final int VERSION = 1;
}
