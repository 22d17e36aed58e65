import stripAnsi from 'strip-ansi';

/** The data of an output by MIME type, as the kernel sends it. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Text forms in the order in which they are preferred. */
const TEXT_TYPES = ['text/plain', 'text/markdown', 'text/latex'];

/** Types shown by their text form alone when there is one. */
const ALTERNATIVES = ['text/html', 'application/json'];

/**
 * The text form of a display: its text, and for images and other data that have
 * no text only their type and size. Never the data.
 */
export function displayText(bundle: MimeBundle): string {
  const textType = TEXT_TYPES.find(type => bundle[type] !== undefined);
  const parts: string[] = [];
  if (textType !== undefined) {
    parts.push(asText(bundle[textType]));
  }
  for (const [type, data] of Object.entries(bundle)) {
    const covered =
      TEXT_TYPES.includes(type) ||
      (textType !== undefined && !type.startsWith('image/'));
    if (!covered || (textType === undefined && ALTERNATIVES.includes(type))) {
      parts.push(`[${type}, ${size(data)} bytes]`);
    }
  }
  return parts.join('\n') + '\n';
}

/**
 * The text of a stream as a terminal would show it: without colour codes, and of
 * a line that was written over (a progress bar) only its last state.
 */
export function terminalText(text: string): string {
  return stripAnsi(text)
    .replace(/\r+\n/g, '\n')
    .replace(/^.*\r(?=[^\n])/gm, '')
    .replace(/\r$/gm, '');
}

function asText(data: unknown): string {
  if (typeof data === 'string') {
    return stripAnsi(data);
  }
  return Array.isArray(data) ? stripAnsi(data.join('')) : JSON.stringify(data);
}

/** Bytes of the data; images come as base64, four characters for three bytes. */
function size(data: unknown): number {
  if (typeof data !== 'string') {
    return new TextEncoder().encode(JSON.stringify(data)).length;
  }
  const characters = data.replace(/[\s=]/g, '');
  return /^[A-Za-z0-9+/]*$/.test(characters)
    ? Math.floor((characters.length * 3) / 4)
    : new TextEncoder().encode(data).length;
}
