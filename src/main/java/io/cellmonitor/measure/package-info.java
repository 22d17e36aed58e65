/**
 * What the application measures of itself: times of statements and connections to the stores, and in which steps times are counted. Any package may use it; it
 * depends on nothing of ours. It hides the metrics interface of Vert.x. No label says who: none grows with students, classes or notebooks, and none holds
 * anybody's words (promise 11).
 */
@NullMarked
package io.cellmonitor.measure;

import org.jspecify.annotations.NullMarked;
