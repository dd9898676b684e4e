import { configDefaults, defineConfig } from 'vitest/config'

/**
 * Each folder of `test/` mirrors a room of the tree. `unit` is what runs while one writes; `process` starts whole servers; `bundle`, `weapp` and `web`
 * build `dist/` first when it is not current; `weapp` runs the mini program in its host, `web` drives a real browser; `tools` needs `test/tools/node_modules`.
 * A file that needs a DOM says so on its first line (`@vitest-environment jsdom`).
 */
const slow = ['test/bundle/**', 'test/server/process/**', 'test/weapp/**', 'test/web/**', 'test/tools/**']

export default defineConfig({
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  test: {
    setupFiles: ['test/support/silence.ts', 'test/support/network-guard.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [...configDefaults.exclude, ...slow] },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['test/server/process/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'bundle',
          include: ['test/bundle/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'weapp',
          include: ['test/weapp/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'tools',
          include: ['test/tools/**/*.test.ts'],
          testTimeout: 120_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
