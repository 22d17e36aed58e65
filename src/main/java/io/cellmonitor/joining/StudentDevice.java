package io.cellmonitor.joining;

import io.cellmonitor.access.StudentSubject;
import java.util.UUID;

/**
 * A device that a student joined a class with.
 *
 * @param subject the student and the class, with the name as it rests
 * @param verified whether a roster or a teacher vouches for the student
 */
record StudentDevice(UUID id, StudentSubject subject, boolean verified) {}
