import type { CellAnswer } from './statistics'

/** Students whose code is the same but for blanks at the ends of lines and around it. */
export interface AlikeAnswers {
  readonly key: string
  readonly code: string | null
  readonly answers: readonly [CellAnswer, ...CellAnswer[]]
}

/** Answers by what they say: the same code and the same outcome once, the most frequent first. */
export function alikeAnswers(answers: readonly CellAnswer[]): AlikeAnswers[] {
  const groups = new Map<string, [CellAnswer, ...CellAnswer[]]>()
  for (const answer of answers) {
    const key = `${answer.hasError} ${plain(answer.code ?? null) ?? answer.student}`
    const group = groups.get(key)
    if (group) group.push(answer)
    else groups.set(key, [answer])
  }
  return [...groups]
    .map(([key, group]) => ({ key, code: group[0].code ?? null, answers: group }))
    .toSorted((left, right) => right.answers.length - left.answers.length)
}

function plain(code: string | null): string | null {
  return code === null
    ? null
    : code
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim()
}
