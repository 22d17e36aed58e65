/**
 * Classes, enrolments, notebooks, join codes: what a teacher sets. Depends on access, seal.
 */
@NullMarked
package io.cellmonitor.roster;

import org.jspecify.annotations.NullMarked;
