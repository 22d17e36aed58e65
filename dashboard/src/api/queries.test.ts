// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { RequestFailed } from './client'
import { forgetAnswers, openQueries, pause, SESSION_KEY } from './queries'

afterEach(() => onlineManager.setOnline(true))

const failing = (status: number, waitSeconds: number | null = null) => {
  let asked = 0
  const ask = () => {
    asked += 1
    return Promise.reject(new RequestFailed(status, waitSeconds))
  }
  return { ask, times: () => asked }
}

test.each([
  [403, 1],
  [404, 1],
  [429, 1],
  [429, 2, 3],
  [429, 1, 60],
  [0, 2],
  [503, 2],
  [503, 2, 10],
  [503, 1, 11],
])(
  'what failed with %d is asked for %d times, when the answer asks to wait %d s',
  async (status, times, wait?) => {
    const route = failing(status, wait)
    await openQueries()
      .query({ queryKey: ['x'], queryFn: route.ask, retryDelay: 1, retry: retryOf(openQueries()) })
      .catch(() => undefined)
    expect(route.times()).toBe(times)
  },
)

test.each([
  [null, 1_000, 1_500],
  [0, 1_000, 1_500],
  [4, 4_000, 6_000],
])('after an answer that asks to wait %d s the pause is %d to %d ms', (wait, least, most) => {
  expect(pause(new RequestFailed(503, wait), () => 0)).toBe(least)
  expect(pause(new RequestFailed(503, wait), () => 1)).toBe(most)
  expect(pause(new TypeError('no network'), () => 0)).toBe(1_000)
})

test('the page waits before it asks again as long as it was asked to', async () => {
  vi.useFakeTimers()
  const queries = openQueries()
  const route = failing(429, 4)
  const asked = queries
    .query({ queryKey: ['z'], queryFn: route.ask, retry: retryOf(queries), retryDelay: delayOf(queries) })
    .catch(() => undefined)
  await vi.advanceTimersByTimeAsync(3_900)
  expect(route.times()).toBe(1)
  await vi.advanceTimersByTimeAsync(2_200)
  expect(route.times()).toBe(2)
  await asked
  vi.useRealTimers()
})

test('an answer that nobody is signed in makes the session be asked for again', async () => {
  const queries = openQueries()
  queries.setQueryData(SESSION_KEY, { username: 'teacher' })
  await queries.query({ queryKey: ['x'], queryFn: failing(401).ask }).catch(() => undefined)
  expect(queries.getQueryState(SESSION_KEY)?.isInvalidated).toBe(true)
  await queries.query({ queryKey: ['y'], queryFn: failing(403).ask }).catch(() => undefined)
})

test('the application is asked and told though the browser believes in no network', async () => {
  onlineManager.setOnline(false)
  const queries = openQueries()
  const answer = () => Promise.resolve('here')
  const asked = queries.query({ queryKey: ['x'], queryFn: answer }).catch(() => undefined)
  const told = queries.getMutationCache().build(queries, { mutationFn: answer })
  void told.execute(undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(queries.getQueryState(['x'])).toMatchObject({ status: 'success', fetchStatus: 'idle' })
  expect(told.state).toMatchObject({ status: 'success', isPaused: false })
  await asked
})

test('whoever is next does not find the answers of the one before', () => {
  const queries = openQueries()
  queries.setQueryData(SESSION_KEY, { username: 'teacher' })
  queries.setQueryData(['notes'], ['of another'])
  forgetAnswers(queries)
  expect(queries.getQueryData(['notes'])).toBeUndefined()
  expect(queries.getQueryData(SESSION_KEY)).toBeDefined()
})

/** `fetchQuery` alone does not try again: the default for what is on screen is handed to it. */
function retryOf(queries: ReturnType<typeof openQueries>) {
  return queries.getDefaultOptions().queries?.retry ?? false
}

function delayOf(queries: ReturnType<typeof openQueries>) {
  return queries.getDefaultOptions().queries?.retryDelay ?? 1
}
