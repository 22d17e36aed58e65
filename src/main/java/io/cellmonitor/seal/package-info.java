/**
 * Encryption of fields, the blind index of who somebody is, pseudonyms made from it. Hides Tink and the keyset. Depends on
 * nothing of ours.
 */
@NullMarked
package io.cellmonitor.seal;

import org.jspecify.annotations.NullMarked;
