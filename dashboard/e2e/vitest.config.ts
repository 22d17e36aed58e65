import { defineConfig } from 'vitest/config'

/** Against the recording always; against a real application too when CELL_MONITOR_URL says where one is. */
const real = process.env['CELL_MONITOR_URL'] !== undefined

export default defineConfig({
  test: {
    include: ['e2e/recorded/*.test.ts', ...(real ? ['e2e/application/*.test.ts'] : [])],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A second, which is usual, is not enough for a busy machine.
    expect: { poll: { timeout: 30_000, interval: 100 } },
    fileParallelism: false,
  },
})
