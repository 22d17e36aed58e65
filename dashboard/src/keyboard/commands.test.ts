import { expect, test } from 'vitest'
import { foundCommands, type Command } from './commands'

const command = (name: string, kind = 'View', also = ''): Command => ({
  key: name,
  name,
  kind,
  also,
  run: () => undefined,
})
const commands = [command('Map'), command('佐藤 花子', 'Student', '24A1037'), command('To the map')]
const names = (query: string) => foundCommands(commands, query).map(({ name }) => name)

test('every word must be found; what begins with it comes first', () => {
  expect(names('map')).toEqual(['Map', 'To the map'])
  expect(names('花子')).toEqual(['佐藤 花子'])
  expect(names('student 佐藤')).toEqual(['佐藤 花子'])
  expect(names('２４ａ')).toEqual(['佐藤 花子'])
  expect(names('xyz')).toEqual([])
})

test('without a query there are the first ones', () => {
  expect(names('')).toEqual(['Map', '佐藤 花子', 'To the map'])
})
