import type { EventDetails } from './event';

const KIBIBYTE = 1024;

/** The longest list of cells that an event may carry. */
export const MAXIMUM_CELLS = 2000;

/** Limits of text fields in bytes of UTF-8. */
const BYTE_LIMITS = {
  code: 64 * KIBIBYTE,
  result: 16 * KIBIBYTE,
  traceback: 16 * KIBIBYTE,
  errorMessage: 4 * KIBIBYTE
} as const;

/** Limits of text fields in code points. */
const CODE_POINT_LIMITS = { errorName: 128, notebookPath: 500 } as const;

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
 * what was cut in `metadata._cut`, as the application itself does.
 */
export function withinLimits(details: EventDetails): EventDetails {
  const result: EventDetails = { ...details };
  const known = details.metadata?._cut;
  const cut = new Set<unknown>(Array.isArray(known) ? known : []);
  const shorten = (
    name: keyof typeof BYTE_LIMITS | keyof typeof CODE_POINT_LIMITS,
    shortened: (text: string) => string
  ): void => {
    const text = details[name];
    if (text === undefined) {
      return;
    }
    const kept = shortened(text);
    if (kept.length < text.length) {
      result[name] = kept;
      cut.add(name);
    }
  };
  for (const [name, limit] of Object.entries(BYTE_LIMITS)) {
    shorten(name as keyof typeof BYTE_LIMITS, text => cutToBytes(text, limit));
  }
  for (const [name, limit] of Object.entries(CODE_POINT_LIMITS)) {
    shorten(name as keyof typeof CODE_POINT_LIMITS, text =>
      cutToCodePoints(text, limit)
    );
  }
  if (cut.size > 0) {
    result.metadata = { ...details.metadata, _cut: [...cut] };
  }
  return result;
}
