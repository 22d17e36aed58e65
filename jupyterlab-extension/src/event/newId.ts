import { UUID } from '@lumino/coreutils';

/** A random UUID. The browser's own costs a fifth, but is there only over HTTPS and on this machine. */
export function newId(): string {
  return 'randomUUID' in globalThis.crypto
    ? globalThis.crypto.randomUUID()
    : UUID.uuid4();
}
