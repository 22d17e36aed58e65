import { defineConfig } from 'vitest/config'

/** Against the recording always; against a real application too when CELL_MONITOR_URL says where one is. */
const real = process.env['CELL_MONITOR_URL'] !== undefined

export default defineConfig({
  test: {
    include: ['e2e/recorded/*.test.ts', ...(real ? ['e2e/application/*.test.ts'] : [])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
