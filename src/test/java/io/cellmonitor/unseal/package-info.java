/** Reads the demo's stored events in the clear, for the end-to-end tests. */
package io.cellmonitor.unseal;
