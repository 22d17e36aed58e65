import type { HeldEvent } from './heldEvent';

/** The newest events whose JSON fits into so many bytes together, oldest first. */
export function newestFitting(
  events: readonly HeldEvent[],
  bytes: number
): HeldEvent[] {
  let room = bytes;
  const fitting: HeldEvent[] = [];
  for (const event of [...events].reverse()) {
    const size = sizeInBytes(event);
    if (size <= room) {
      room -= size;
      fitting.push(event);
    }
  }
  return fitting.reverse();
}

/** Bytes of an event in a JSON list, with what stands between two. */
function sizeInBytes({ event }: HeldEvent): number {
  return new TextEncoder().encode(JSON.stringify(event)).length + 1;
}
