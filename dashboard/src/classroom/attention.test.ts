import { expect, test } from 'vitest'
import { aHelp, aStudent } from '../../test-support/frames'
import type { Help, Student } from '../live/frames'
import { arrivals } from './arrivals'
import { attention } from './attention'

const classOf = (...students: Student[]) => new Map(students.map((student) => [student.student, student]))
const queue = (...requests: Help[]) => new Map(requests.map((request) => [request.request, request]))

test('the rail holds who asks, has technical trouble or is stuck, in this order', () => {
  const students = classOf(
    aStudent('fine'),
    aStudent('failing', { state: 'failing' }),
    aStudent('stuck', { state: 'stuck' }),
    aStudent('kernel', { state: 'technical' }),
    aStudent('asks', { state: 'asking' }),
  )
  expect(attention(students, queue()).map(({ student }) => student.student)).toEqual([
    'asks',
    'kernel',
    'stuck',
  ])
})

test('waiting counts from the first request that still waits', () => {
  const students = classOf(aStudent('a', { state: 'asking', since: '2026-11-21T01:09:00Z' }))
  const first = aHelp('1-0', 'a', { since: '2026-11-21T01:02:00Z', message: 'first' })
  const second = aHelp('2-0', 'a', { since: '2026-11-21T01:08:00Z' })
  expect(attention(students, queue(second, first))).toMatchObject([
    { since: first.since, help: { message: 'first' } },
  ])
})

test('a stuck student has waited as long as the reason says, not only since the rule said so', () => {
  const began = '2026-11-21T01:02:00Z'
  const reason = { code: 'stuck', cellId: null, cellIndex: 6, runs: 7, since: began, medianSeconds: null }
  const students = classOf(aStudent('a', { state: 'stuck', since: '2026-11-21T01:05:00Z', reason }))
  expect(attention(students, queue())).toMatchObject([{ since: began }])
})

test('arrivals are announced once; who was there at first is not', () => {
  const students = classOf(aStudent('a', { state: 'stuck' }))
  const first = arrivals(null, attention(students, queue()))
  expect(first.arrived).toEqual([])
  students.set('b', aStudent('b', { state: 'asking' }))
  const second = arrivals(first, attention(students, queue()))
  expect(second.arrived.map(({ student }) => student.student)).toEqual(['b'])
})
