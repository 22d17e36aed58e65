// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { answerOf, RequestRefused } from './answer'

const refusal = (headers: Record<string, string>) =>
  answerOf(Promise.resolve({ error: {}, response: new Response(null, { status: 503, headers }) })).catch(
    (error: unknown) => error,
  )

test.each([
  ['7', 7],
  [' 0 ', 0],
  ['-1', null],
  ['1.5', null],
  ['Wed, 21 Oct 2026 07:28:00 GMT', null],
])('a refusal with Retry-After %s asks to wait %s s', async (header, seconds) => {
  expect(await refusal({ 'Retry-After': header })).toMatchObject({ status: 503, waitSeconds: seconds })
})

test('a refusal without it asks for nothing', async () => {
  const error = await refusal({})
  expect(error).toBeInstanceOf(RequestRefused)
  expect(error).toMatchObject({ waitSeconds: null })
})
