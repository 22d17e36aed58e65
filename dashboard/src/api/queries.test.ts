// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { RequestFailed } from './client'
import { forgetAnswers, openQueries, SESSION_KEY } from './queries'

afterEach(() => onlineManager.setOnline(true))

const failing = (status: number) => {
  let asked = 0
  const ask = () => {
    asked += 1
    return Promise.reject(new RequestFailed(status))
  }
  return { ask, times: () => asked }
}

test.each([
  [403, 1],
  [404, 1],
  [429, 1],
  [0, 2],
  [503, 2],
])('what failed with %d is asked for %d times', async (status, times) => {
  const route = failing(status)
  await openQueries()
    .query({ queryKey: ['x'], queryFn: route.ask, retryDelay: 1, retry: retryOf(openQueries()) })
    .catch(() => undefined)
  expect(route.times()).toBe(times)
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
