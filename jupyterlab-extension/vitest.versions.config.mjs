import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/versions/**/*.test.ts'],
    // One JupyterLab at a time: its kernels need the machine.
    fileParallelism: false,
    hookTimeout: 240_000,
    testTimeout: 180_000,
    // A second, which is usual, is not enough for a busy machine.
    expect: { poll: { timeout: 60_000, interval: 100 } }
  }
});
