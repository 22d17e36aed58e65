import i18next from 'i18next'
import { expect, test } from 'vitest'

await i18next.init({ showSupportNotice: false, resources: {}, interpolation: { escapeValue: false } })
// Words can be added only then.
const { limitInWords } = await import('./limits')
const japanese = i18next.getFixedT('ja', 'view')

test.each([
  ['min 1, max 100 characters', '1〜100 文字'],
  ['max 100 characters', '100 文字以内'],
  ['max 255 characters, no U+0000', '255 文字以内'],
  ['no U+0000 and no lone surrogates', '制御文字を含まない文字列'],
  ['once in a file', '重複しないこと'],
  ['once in a roster', '重複しないこと'],
  ['CSV (RFC 4180)', '引用符の対応した CSV'],
  ['max 2000 lines', '2000 行以内'],
  ['min 2, max 20', '2〜20'],
  ['max 31 days', '31 日以内'],
  ['after from', '開始より後の終了時刻'],
])('what is allowed is said in the teacher’s language: %s', (limit, words) => {
  expect(limitInWords(japanese, limit)).toBe(words)
})

test('a limit that nobody put into words is said as it is', () => {
  expect(limitInWords(japanese, 'the moon')).toBe('the moon')
})
