import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of a line; `changed` when it is what makes the line differ from its counterpart. */
export interface Stretch {
  readonly text: string
  readonly changed: boolean
}

/** A line of a comparison, or a gap of lines that are the same in both. */
export type ChangeRow =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'gap'; readonly lines: number }

/** How many unchanged lines stay around a change. */
const CONTEXT = 2

/** What became of `before`, line by line; empty when both say the same. Line ends and a last empty line do not count. */
export function changes(before: string, after: string): readonly ChangeRow[] {
  const [old, next] = [settled(before), settled(after)]
  if (old === next) return []
  const rows: ChangeRow[] = []
  const parts = diffLines(old, next)
  parts.forEach((part, place) => {
    const lines = linesOf(part.value)
    const following = parts[place + 1]
    const preceding = parts[place - 1]
    if (part.removed && following?.added) {
      rows.push(...paired(lines, linesOf(following.value)))
    } else if (part.added && preceding?.removed) {
      // Already paired with what it replaces.
    } else {
      const kind = part.added ? 'added' : part.removed ? 'removed' : 'same'
      rows.push(...lines.map((text) => ({ kind, stretches: [{ text, changed: false }] }) as const))
    }
  })
  return folded(rows)
}

function settled(code: string): string {
  const text = code.replaceAll('\r\n', '\n')
  return text.endsWith('\n') ? text : `${text}\n`
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n')
}

/** Replaced lines, with what differs within them when as many lines came as went. */
function paired(removed: readonly string[], added: readonly string[]): ChangeRow[] {
  const alike = removed.length === added.length
  const rows = (
    kind: 'added' | 'removed',
    lines: readonly string[],
    others: readonly string[],
  ): ChangeRow[] =>
    lines.map((line, place) => ({
      kind,
      stretches: alike ? stretches(others[place] ?? '', line) : [{ text: line, changed: false }],
    }))
  return [...rows('removed', removed, added), ...rows('added', added, removed)]
}

function stretches(other: string, line: string): Stretch[] {
  return diffWordsWithSpace(other, line)
    .filter((part) => !part.removed)
    .map((part) => ({ text: part.value, changed: part.added }))
}

function folded(rows: readonly ChangeRow[]): ChangeRow[] {
  const near = rows.map((_, place) =>
    rows.slice(Math.max(0, place - CONTEXT), place + CONTEXT + 1).some((row) => row.kind !== 'same'),
  )
  const result: ChangeRow[] = []
  rows.forEach((row, place) => {
    const last = result.at(-1)
    if (near[place]) result.push(row)
    else if (last?.kind === 'gap') result[result.length - 1] = { kind: 'gap', lines: last.lines + 1 }
    else result.push({ kind: 'gap', lines: 1 })
  })
  return result
}
