/**
 * Who is calling, for which class, with what rights: accounts, sign-in sessions, API keys, students' tokens, the open door, the directory
 * of classes. Hides where credentials rest. Depends on seal.
 */
@NullMarked
package io.cellmonitor.access;

import org.jspecify.annotations.NullMarked;
