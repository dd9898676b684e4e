import { collectLimits } from '../../../src/contract/collect.ts'
import { clean, cut } from './text.ts'

const SLASH = 47

/** Where a path ends: at its query or fragment. */
function endOf(text: string): number {
  const query = text.indexOf('?')
  const fragment = text.indexOf('#')
  if (query < 0) return fragment < 0 ? text.length : fragment
  return fragment < 0 ? query : Math.min(query, fragment)
}

/** The path of a page: no leading `/`, nothing from `?` or `#` on, 256 characters at most; empty is `/`. `null`: no text. */
export function pathOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  let start = 0
  while (value.charCodeAt(start) === SLASH) start++
  const end = endOf(value)
  const path = start === 0 && end === value.length ? value : value.slice(start, end)
  return path === '' ? '/' : clean(cut(path, collectLimits.path))
}
