import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

/** One more than cores, since tests wait as well as work; each may bring a server and a browser along, so more than four are no gain. */
const maxWorkers = Math.min(4, availableParallelism() + 1)
const slow = ['test/bundle/**', 'test/server/process/**', 'test/weapp/**', 'test/web/**', 'test/tools/**']

/**
 * Each folder of `test/` mirrors a room of the tree. `unit` is what runs while one writes; `process` starts whole servers; `bundle`, `weapp` and `web`
 * build `dist/` first when it is not current; `weapp` runs the mini program in its host, `web` drives a real browser; `tools` needs `test/tools/node_modules`.
 * A file that needs a DOM says so on its first line (`@vitest-environment jsdom`).
 *
 * Files of all projects run side by side, so each has its own port, data folder and browser; what they share (`dist/`, an unpacked browser, the image
 * of an empty database) is made by one of them while the others wait.
 */
export default defineConfig({
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  test: {
    setupFiles: ['test/support/silence.ts', 'test/support/network-guard.ts'],
    // far beyond what anything takes on a busy machine: what ends a hang, not what judges a speed
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    env: { TZ: 'UTC' },
    maxWorkers,
    sequence: { sequencer: LongestFirst },
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
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'bundle', include: ['test/bundle/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'weapp', include: ['test/weapp/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'web', include: ['test/web/**/*.test.ts'], globalSetup: 'test/web/run-folder.ts' },
      },
      {
        extends: true,
        test: {
          name: 'tools',
          include: ['test/tools/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
