import { defineConfig } from 'vitest/config';

// What is measured and drawn for the README; asserts nothing of speed.
export default defineConfig({
  test: {
    include: ['tests/cost/**/*.test.ts'],
    fileParallelism: false,
    hookTimeout: 120_000,
    testTimeout: 500_000
  }
});
