import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { buildName } from './scripts/build-name.ts'
import { compressed } from './scripts/compressed.ts'

const application = process.env['CELL_MONITOR_URL'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/dashboard/',
  plugins: [react(), buildName(), compressed()],
  build: {
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // What the first view needs in two files instead of dozens, one for each module that a later view needs too: a browser
        // asks for six at a time.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'first-view', tags: ['$initial'] },
          ],
        },
      },
    },
  },
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
