import type { LearningEvent } from '../event/event';

/** The newest events whose JSON fits into so many bytes together, oldest first. */
export function newestFitting(
  events: readonly LearningEvent[],
  bytes: number
): LearningEvent[] {
  let room = bytes;
  const fitting: LearningEvent[] = [];
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
function sizeInBytes(event: LearningEvent): number {
  return new TextEncoder().encode(JSON.stringify(event)).length + 1;
}
