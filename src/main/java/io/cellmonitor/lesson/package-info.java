/**
 * When a class is taught: by button, by timetable, or as it turns out. Depends on access, store.relational, classroom, history.
 */
@NullMarked
package io.cellmonitor.lesson;

import org.jspecify.annotations.NullMarked;
