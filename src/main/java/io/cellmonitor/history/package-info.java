/**
 * REST out, of what is stored: runs, sessions, errors, answers, timelines, and what a student may see of their own. Depends on the stores, watch, classroom, access.
 */
@NullMarked
package io.cellmonitor.history;

import org.jspecify.annotations.NullMarked;
