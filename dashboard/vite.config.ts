import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const application = process.env['CELL_MONITOR_URL'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/dashboard/',
  plugins: [react()],
  // A data: address would need an exception in the content security policy.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1000 },
  server: {
    proxy: {
      '/api': { target: application, changeOrigin: true },
      '/ws': { target: application, ws: true, changeOrigin: true, rewriteWsOrigin: true },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['test-support/setup.ts'],
    testTimeout: 60_000,
  },
})
