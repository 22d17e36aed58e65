// @vitest-environment jsdom
import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startLanguages } from '.'

beforeAll(startLanguages)

const sentence = (name: string) =>
  i18next.services.interpolator.interpolate('{{name}}: 2 of 3', { name }, 'en', {})

test.each([
  ['佐藤 花子', '佐藤 花子: 2 of 3'],
  ['דנה כהן', '\u2068דנה כהן\u2069: 2 of 3'],
  ['ليلى', '\u2068ليلى\u2069: 2 of 3'],
  ['evil\u202e', 'evil: 2 of 3'],
  ['<b>O\u2019Neil</b> & co', '<b>O\u2019Neil</b> & co: 2 of 3'],
])('the name %j turns no word around it', (name, shown) => {
  expect(sentence(name)).toBe(shown)
})
