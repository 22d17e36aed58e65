/** An entry of a list that stands still while it is pointed at; `over` when it is no longer in the list. */
export interface Held<T> {
  readonly entry: T
  readonly over: boolean
}

/**
 * The next list: as it is wanted, or while `held` with everybody at their place, who is gone marked and who is new
 * last, so that nothing moves under the pointer and the focus keeps its element.
 */
export function holdList<T>(
  before: readonly Held<T>[],
  wanted: readonly T[],
  keyOf: (entry: T) => string,
  held: boolean,
): readonly Held<T>[] {
  if (!held) return wanted.map((entry) => ({ entry, over: false }))
  const present = new Map(wanted.map((entry) => [keyOf(entry), entry]))
  const known = new Set(before.map(({ entry }) => keyOf(entry)))
  return [
    ...before.map(({ entry }) => {
      const now = present.get(keyOf(entry))
      return now === undefined ? { entry, over: true } : { entry: now, over: false }
    }),
    ...wanted.filter((entry) => !known.has(keyOf(entry))).map((entry) => ({ entry, over: false })),
  ]
}
