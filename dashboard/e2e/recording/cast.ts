import type { Help, Student, StudentState } from '../../src/live/frames'

const FAMILY =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水'.split(
    ' ',
  )
const GIVEN =
  '花子 太郎 陽菜 蓮 結衣 湊 葵 樹 凛 悠真 美咲 大和 さくら 翔太 七海 拓海 ひなた 健太 彩乃 直樹'.split(' ')
const MESSAGES = [
  'for ループが終わりません',
  'KeyError の意味がわかりません',
  'What does axis=1 mean here?',
  null,
]

/** How the class of a recording begins: so many in each of these states, the rest working. */
const SHARES: [StudentState, number][] = [
  ['asking', 0.015],
  ['technical', 0.005],
  ['stuck', 0.02],
  ['failing', 0.04],
  ['finished', 0.05],
  ['away', 0.06],
]
const FAILED_IN_A_ROW = 4
export const NOTEBOOK = '7a1d9a50-0000-4000-8000-000000000001'
/** Where several run into the same mistake: what they see, and in which cell (counted from 0). */
export const MISTAKES = [
  { cellIndex: 11, errorName: 'NameError', shape: 'name … is not defined' },
  { cellIndex: 16, errorName: 'KeyError', shape: null },
  { cellIndex: 8, errorName: 'TypeError', shape: 'can only concatenate str (not …) to str' },
] as const

const ago = (now: number, seconds: number) => new Date(now - seconds * 1000).toISOString()

/** The students of a recording and those who ask, as of `now` (milliseconds), in a notebook of so many cells. */
export function cast(
  count: number,
  cells: number,
  random: () => number,
  now: number,
): { students: Student[]; help: Help[] } {
  const states = SHARES.flatMap(([state, share]) => Array<StudentState>(Math.ceil(share * count)).fill(state))
  const students = Array.from({ length: count }, (_, place) =>
    student(place, states[(place * 7) % count] ?? 'working', cells, random, now),
  )
  const asking = students.filter(({ state }) => state === 'asking')
  return {
    students,
    help: asking.map((one, place) => helpOf(one, MESSAGES[place % MESSAGES.length] ?? null)),
  }
}

function student(
  place: number,
  state: StudentState,
  cells: number,
  random: () => number,
  now: number,
): Student {
  const failing = state === 'failing' || state === 'stuck'
  const anywhere = Math.floor(Math.min(1, 0.15 + (random() + random()) * 0.28) * cells)
  const mistake =
    failing && random() < 0.8 ? MISTAKES[Math.floor(random() * random() * MISTAKES.length)] : null
  const cellIndex = state === 'finished' ? cells - 1 : (mistake?.cellIndex ?? anywhere)
  const runs = Math.floor(4 + random() * 9)
  const since = ago(now, (failing ? 200 : 40) + random() * 500)
  const codes = {
    asking: 'help',
    technical: 'kernel_died',
    failing: 'failing_runs',
    stuck: 'stuck',
    finished: 'completed',
  }
  const code = { ...codes, away: 'silent', working: null }[state]
  return {
    student: `5e0c2a10-0000-4000-8000-${String(place).padStart(12, '0')}`,
    name: `${FAMILY[place % FAMILY.length] ?? ''} ${GIVEN[Math.floor(place / FAMILY.length + place) % GIVEN.length] ?? ''}`,
    state,
    since,
    reason:
      code === null
        ? null
        : {
            code,
            cellId: `cell-${cellIndex}`,
            cellIndex,
            runs: failing ? FAILED_IN_A_ROW : null,
            since,
            medianSeconds: failing ? 120 : null,
          },
    need: null,
    active: state !== 'away',
    lastSeen: ago(now, random() * 100),
    notebook: NOTEBOOK,
    notebookPath: 'lessons/lesson3.ipynb',
    cellId: `cell-${cellIndex}`,
    cellIndex,
    executions: cellIndex * 2 + runs,
    errors: failing ? runs : 2,
    completed: state === 'finished' ? cells : cellIndex,
    total: cells,
    progress: null,
    recentRuns: Array.from({ length: runs > 9 ? 10 : runs }, (_, run) => ({
      cellId: `cell-${cellIndex}`,
      cellIndex,
      hasError: (failing && run >= Math.min(runs, 10) - FAILED_IN_A_ROW) || random() < 0.14,
      errorName: null,
      at: ago(now, 300 - run),
    })),
  }
}

function helpOf(student: Student, message: string | null): Help {
  const { student: key, since, notebookPath, cellId, cellIndex } = student
  const request = `${Date.parse(since ?? '')}-0`
  return {
    request,
    student: key,
    state: 'waiting',
    since: since ?? '',
    position: 1,
    claim: null,
    message,
    notebook: NOTEBOOK,
    notebookPath,
    cellId,
    cellIndex,
  }
}
