import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes, the longest first; then the projects by how long their files take. */
const ORDER = [
  'test/web/looks.test.ts',
  'test/web/phone-journeys.test.ts',
  'test/tools/',
  'test/server/http/real-traffic-collect.test.ts',
  'test/weapp/walk.test.ts',
  'test/weapp/budgets.test.ts',
  'test/weapp/awkward-apps.test.ts',
  'test/weapp/journeys.test.ts',
  'test/server/process/',
  'test/web/',
  'test/weapp/',
  'test/bundle/',
  'test/server/adapters/',
]

/** Starts with the files that take longest, so that no worker is left alone with one of them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const file = relative(this.ctx.config.root, moduleId)
      const found = ORDER.findIndex(start => file.startsWith(start))
      return found < 0 ? ORDER.length : found
    }
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => place(one) - place(other))
  }
}
