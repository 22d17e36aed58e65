import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { aStudent } from '../../test-support/frames'
import en from '../i18n/en.json'
import ja from '../i18n/ja.json'
import { STATES } from '../live/frames'
import { clockDuration } from './duration'
import { lastRunInWords, reasonInWords, runsInWords, studentName } from './words'

const resources = { en: { translation: en }, ja: { translation: ja } }
const now = Date.parse('2026-11-21T01:08:30Z')
const reason = {
  code: 'stuck',
  cellId: null,
  cellIndex: 6,
  runs: 5,
  since: '2026-11-21T01:00:00Z',
  medianSeconds: null,
}

beforeAll(() => i18next.init({ showSupportNotice: false, resources, interpolation: { escapeValue: false } }))

test('the reason says its figures, in both languages', () => {
  const stuck = aStudent('a', { state: 'stuck', reason })
  expect(reasonInWords(i18next.getFixedT('en'), stuck, now)).toBe('8 min on cell 7, 5 failed runs')
  expect(reasonInWords(i18next.getFixedT('ja'), stuck, now)).toBe('セル 7 で 8\u00a0分、5\u00a0回失敗')
})

test('where the class was quicker, the reason says how long it took there', () => {
  const stuck = aStudent('a', { state: 'stuck', reason: { ...reason, medianSeconds: 130 } })
  expect(reasonInWords(i18next.getFixedT('en'), stuck, now)).toBe(
    '8 min on cell 7, 5 failed runs (class: 2 min)',
  )
  expect(reasonInWords(i18next.getFixedT('ja'), stuck, now)).toBe(
    'セル 7 で 8\u00a0分、5\u00a0回失敗(クラスは 2\u00a0分)',
  )
  const quick = aStudent('a', { state: 'stuck', reason: { ...reason, medianSeconds: 20 } })
  expect(reasonInWords(i18next.getFixedT('en'), quick, now)).toContain('(class: under 1 min)')
})

test('what happened less than a minute ago happened just now', () => {
  const died = aStudent('a', {
    state: 'technical',
    reason: { ...reason, code: 'kernel_died', since: '2026-11-21T01:08:01Z' },
  })
  expect(reasonInWords(i18next.getFixedT('en'), died, now)).toBe('Kernel died just now, no good run since')
  expect(reasonInWords(i18next.getFixedT('ja'), died, now)).toBe('カーネルが停止したばかり、その後の成功なし')
  expect(reasonInWords(i18next.getFixedT('en'), died, now + 60_000)).toBe(
    'Kernel died 1 min ago, no good run since',
  )
})

test('every state and every code has words of its own in both languages', () => {
  const codes = ['failing_runs', 'stuck', 'kernel_died', 'help', 'notebook_closed', 'silent', 'completed']
  for (const language of ['en', 'ja']) {
    const t = i18next.getFixedT(language)
    const ofStates = STATES.map((state) => reasonInWords(t, aStudent('a', { state }), now))
    const ofCodes = codes.map((code) => reasonInWords(t, aStudent('a', { reason: { ...reason, code } }), now))
    for (const words of [ofStates, ofCodes]) {
      expect(new Set(words).size).toBe(words.length)
      expect(words.join()).not.toMatch(/reason\.|stateSentence|\{\{/)
    }
  }
})

test('both languages have the same entries', () => {
  const plain = (words: object) =>
    [...new Set(keysOf(words).map((key) => key.replace(/_(one|other)$/, '')))].sort()
  expect(plain(ja)).toEqual(plain(en))
})

test('a code from a newer server falls back on the state', () => {
  const student = aStudent('a', { state: 'failing', reason: { ...reason, code: 'unheard_of' } })
  expect(reasonInWords(i18next.getFixedT('en'), student, now)).toBe('Runs keep failing')
})

test('without a name a student has a mark; without runs that is said', () => {
  const t = i18next.getFixedT('en')
  expect(studentName(t, { student: '5e0c2a10-1', name: null })).toBe('Student 5e0c')
  expect(runsInWords(t, aStudent('a'))).toBe('No runs yet')
})

test('waiting is a clock, and never negative', () => {
  expect(clockDuration('2026-11-21T01:04:20Z', now)).toBe('4:10')
  expect(clockDuration('2026-11-20T23:08:23Z', now)).toBe('2:00:07')
  expect(clockDuration('2026-11-21T01:09:00Z', now)).toBe('0:00')
})

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`],
  )
}

test('the last run says where it was and what it came to', () => {
  const run = {
    cellId: 'c',
    cellIndex: 6,
    hasError: true,
    errorName: 'NameError',
    at: '2026-11-21T01:08:00Z',
  }
  const said = (...recentRuns: (typeof run | (Omit<typeof run, 'errorName'> & { errorName: null }))[]) =>
    ['en', 'ja'].map((language) => lastRunInWords(i18next.getFixedT(language), { recentRuns }))
  expect(said()).toEqual([null, null])
  expect(said({ ...run, hasError: false, errorName: null }, run)).toEqual([
    'cell 7: NameError',
    'セル 7: NameError',
  ])
  expect(said({ ...run, errorName: null })).toEqual(['cell 7: last run failed', 'セル 7: 直前の実行は失敗'])
  expect(said(run, { ...run, hasError: false, errorName: null })).toEqual([
    'cell 7: last run went well',
    'セル 7: 直前の実行は成功',
  ])
})
