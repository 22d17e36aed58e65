import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SOURCE = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('en.json'))
  .map((file) => file.slice(0, -'en.json'.length))

/** The names of all words, those of the forms of a number once. */
function names(file: string): string[] {
  const within = (value: unknown, name: string): string[] =>
    typeof value === 'string'
      ? [name.replace(/_(zero|one|other)$/, '')]
      : Object.entries(value as object).flatMap(([key, inner]) => within(inner, `${name}.${key}`))
  const words: unknown = JSON.parse(readFileSync(`${SOURCE}${file}`, 'utf8'))
  return [...new Set(within(words, ''))].sort()
}

/** What is filled in: `{{name}}` of every form. */
function gaps(file: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const visit = (value: unknown, name: string) => {
    if (typeof value !== 'string') {
      for (const [key, inner] of Object.entries(value as object)) visit(inner, `${name}.${key}`)
      return
    }
    const plain = name.replace(/_(zero|one|other)$/, '')
    const known = found.get(plain) ?? new Set<string>()
    for (const [, gap] of value.matchAll(/\{\{(\w+)\}\}/g)) known.add(gap ?? '')
    found.set(plain, known)
  }
  visit(JSON.parse(readFileSync(`${SOURCE}${file}`, 'utf8')), '')
  return found
}

test('there are words of several views', () => {
  expect(FOLDERS.length).toBeGreaterThan(8)
})

test.each(FOLDERS)('what is said in English is said in Japanese, and fills in the same: %s', (folder) => {
  expect(names(`${folder}ja.json`)).toEqual(names(`${folder}en.json`))
  const [english, japanese] = [gaps(`${folder}en.json`), gaps(`${folder}ja.json`)]
  for (const [name, wanted] of english) {
    const missing = [...wanted].filter((gap) => gap !== 'count' && !japanese.get(name)?.has(gap))
    expect(missing, name).toEqual([])
  }
})

test.each(FOLDERS)('a number has the forms that its language needs: %s', (folder) => {
  const text = (language: string) => readFileSync(`${SOURCE}${folder}${language}.json`, 'utf8')
  const stems = (words: string, form: string) =>
    new Set([...words.matchAll(new RegExp(`"(\\w+)_${form}"`, 'g'))].map(([, stem]) => stem))
  expect(stems(text('en'), 'one')).toEqual(stems(text('en'), 'other'))
  expect(stems(text('ja'), 'one')).toEqual(new Set())
})
