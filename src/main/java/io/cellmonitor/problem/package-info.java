/**
 * RFC 9457 answers: every error of the HTTP interface has one form. Any rim package may use it; it depends on nothing of ours.
 */
@NullMarked
package io.cellmonitor.problem;

import org.jspecify.annotations.NullMarked;
