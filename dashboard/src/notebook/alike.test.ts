import { expect, test } from 'vitest'
import { alikeAnswers } from './alike'
import type { CellAnswer } from './statistics'

function answer(student: string, code: string | null, hasError = false): CellAnswer {
  return {
    student,
    at: '2026-11-22T01:00:00Z',
    hasError,
    runs: 1,
    ...(code === null ? {} : { code }),
  }
}

test('the same code is shown once, the most frequent first, whatever blanks end its lines', () => {
  const groups = alikeAnswers([
    answer('a', 'x = 1'),
    answer('b', 'x = 2\ny = 3'),
    answer('c', 'x = 2  \ny = 3\n'),
  ])
  expect(groups.map(({ answers }) => answers.map(({ student }) => student))).toEqual([['b', 'c'], ['a']])
})

test('the same code that went well for one and failed for another is two answers', () => {
  expect(alikeAnswers([answer('a', 'x'), answer('b', 'x', true)])).toHaveLength(2)
})

test('those whose code was not sent are not the same', () => {
  expect(alikeAnswers([answer('a', null), answer('b', null)])).toHaveLength(2)
})
