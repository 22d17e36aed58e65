/** Letters that are written from right to left (Hebrew, Arabic and their neighbours, with their presentation forms). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u
/** Embeddings and overrides: they go on behind the value that holds them. */
const OVERRIDES = /[\u202a-\u202e]/g
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'

/** A value as it may stand in a sentence: its direction is its own (Unicode Standard Annex 9), and turns no word around it. */
export function isolate(value: string): string {
  const plain = value.replace(OVERRIDES, '')
  return RIGHT_TO_LEFT.test(plain) ? `${FIRST_STRONG_ISOLATE}${plain}${POP_DIRECTIONAL_ISOLATE}` : plain
}
