/**
 * Classes, their settings, members and students, rosters, join codes, consent: what a teacher sets. Depends on access, seal.
 */
@NullMarked
package io.cellmonitor.roster;

import org.jspecify.annotations.NullMarked;
