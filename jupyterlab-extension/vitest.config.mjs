import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/__tests__/**/*.test.ts'],
    // Five seconds, which are usual, are not enough for a busy machine.
    testTimeout: 60_000
  }
});
