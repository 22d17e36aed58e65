/** One thing that the palette can do. */
export interface Command {
  readonly key: string
  readonly name: string
  /** More words by which it is found. */
  readonly also?: string
  /** What kind of thing it is, in words. */
  readonly kind: string
  readonly run: () => void
}

/** As many as fit without scrolling. */
const SHOWN = 12

/** The commands in which every word of the query is found: those whose name begins with it first. */
export function foundCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const found = commands.filter((command) => {
    const text = plain(`${command.name} ${command.also ?? ''} ${command.kind}`)
    return words.every((word) => text.includes(word))
  })
  const [first] = words
  if (first === undefined) return found.slice(0, SHOWN)
  const begins = (command: Command) => (plain(command.name).startsWith(first) ? 0 : 1)
  return [...found].sort((left, right) => begins(left) - begins(right)).slice(0, SHOWN)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase()
}
