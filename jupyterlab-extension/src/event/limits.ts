import type { EventDetails } from './event';

const KIBIBYTE = 1024;

/** The longest list of cells that an event may carry. */
export const MAXIMUM_CELLS = 2000;

/** Texts that have a limit: bytes of UTF-8, or code points. */
type LimitedText =
  | 'code'
  | 'result'
  | 'traceback'
  | 'errorMessage'
  | 'errorName'
  | 'notebookPath';

const LIMITS: readonly [LimitedText, number, typeof cutToBytes][] = [
  ['code', 64 * KIBIBYTE, cutToBytes],
  ['result', 16 * KIBIBYTE, cutToBytes],
  ['traceback', 16 * KIBIBYTE, cutToBytes],
  ['errorMessage', 4 * KIBIBYTE, cutToBytes],
  ['errorName', 128, cutToCodePoints],
  ['notebookPath', 500, cutToCodePoints]
];

/** Cuts a text to at most `limit` bytes of UTF-8, between two code points. */
export function cutToBytes(text: string, limit: number): string {
  // A code unit takes at most three bytes, so most texts need no encoding.
  if (text.length * 3 <= limit) {
    return text;
  }
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(limit));
  return text.slice(0, read);
}

/** Cuts a text to at most `limit` code points. */
export function cutToCodePoints(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  return Array.from(text.slice(0, 2 * limit))
    .slice(0, limit)
    .join('');
}

/**
 * Brings the texts of an event within the limits of the application and names
 * what was cut in `metadata._cut`, as the application itself does. What is within
 * them, as most events are, is given back as it is.
 */
export function withinLimits(details: EventDetails): EventDetails {
  let result = details;
  for (const [name, limit, shorten] of LIMITS) {
    const text = details[name];
    const kept = text === undefined ? undefined : shorten(text, limit);
    if (kept !== text) {
      result = { ...result, [name]: kept, metadata: withCut(result, name) };
    }
  }
  return result;
}

function withCut(
  { metadata }: EventDetails,
  name: LimitedText
): Record<string, unknown> {
  const known = metadata?._cut;
  const cut = new Set<unknown>(Array.isArray(known) ? known : []);
  return { ...metadata, _cut: [...cut.add(name)] };
}
