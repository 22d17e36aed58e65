// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ClassEntryContext } from '../class-page/class-entry'
import { useClusterDetail } from './cluster-detail'

const entry = { id: 'c', name: 'Class', zone: 'UTC', joinCode: 'X' }
const asked: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  vi.stubGlobal('fetch', (request: Request | string) => {
    asked.push(typeof request === 'string' ? request : request.url)
    const cluster = { cluster: 'm', errorName: 'NameError' }
    return Promise.resolve(Response.json({ cluster, students: [] }))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('however often somebody comes or goes, a mistake is asked for every three seconds at most, and at last once more', async () => {
  const queries = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>
      <ClassEntryContext value={entry}>{children}</ClassEntryContext>
    </QueryClientProvider>
  )
  const { rerender } = renderHook(({ students }) => useClusterDetail('m', students, 0), {
    wrapper,
    initialProps: { students: 0 },
  })
  for (let students = 1; students <= 24; students++) {
    rerender({ students })
    await vi.advanceTimersByTimeAsync(250)
  }
  expect(asked.length).toBeLessThanOrEqual(4)
  await vi.advanceTimersByTimeAsync(6000)
  expect(queries.getQueryCache().find({ queryKey: ['cluster', 'c', 'm', '24 0'] })?.state.status).toBe(
    'success',
  )
})
