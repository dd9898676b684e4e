import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Vitest's global setup: a folder that all test files of one run share, named to them by `TEST_RUN_FOLDER`. */
export function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-assistant-run-'))
  process.env.TEST_RUN_FOLDER = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
