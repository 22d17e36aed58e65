/**
 * How a student gets in: the grants that a token is given for (join code, device secret, key, open door, JupyterHub), what waits for a
 * teacher's decision, taking access away. Hides where devices and claims rest. Depends on access, roster, event, seal.
 */
@NullMarked
package io.cellmonitor.joining;

import org.jspecify.annotations.NullMarked;
