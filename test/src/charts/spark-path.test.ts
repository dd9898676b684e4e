import { expect, it } from 'vitest'
import { sparkPath } from '../../../src/charts/spark-path.ts'

it.each([
  ['fills the field from low to high', [0, 10, 5], 'M5 51 72 5 139 28'],
  ['lies in the middle where all are equal, also at zero', [0, 0], 'M5 28 139 28'],
  ['has a gap where a day is missing, which is not zero', [0, 10, null, 5, 10], 'M5 51 39 5M106 28 139 5'],
  ['shows a day between two gaps as a dot', [4, null, 8], 'M5 51h0M139 5h0'],
  ['is nothing where nothing is known', [null, null], ''],
  ['is a dot for one day', [7], 'M5 28h0'],
])('a sparkline %s', (_what, values, path) => expect(sparkPath(values)).toBe(path))
