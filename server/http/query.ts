import type { Issue } from '../../src/contract/problems.ts'

export interface RawQuery {
  /** Without a prototype, so that `__proto__` is a name like any other. */
  values: Record<string, string>
  /** A parameter given twice has no one meaning. */
  faults: Omit<Issue, 'message'>[]
}

export function readQuery(url: string): RawQuery {
  const values: Record<string, string> = Object.create(null)
  const faults: RawQuery['faults'] = []
  const mark = url.indexOf('?')
  if (mark < 0) return { values, faults }
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
    if (name in values) faults.push({ path: `/query/${name.slice(0, 64)}`, code: 'duplicate' })
    values[name] = value
  }
  return { values, faults }
}
