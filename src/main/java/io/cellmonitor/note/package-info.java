/**
 * What teachers note of a student, sealed. Depends on access, roster, seal.
 */
@NullMarked
package io.cellmonitor.note;

import org.jspecify.annotations.NullMarked;
