import { collectLimits } from '../../../src/contract/collect.ts'
import { nestedText } from './nested.ts'
import { clean, cut } from './text.ts'

const { props: MEMBERS, propName: NAME, propValue: VALUE } = collectLimits

function valueText(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(clean(cut(value, VALUE)))
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null'
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      return value === null ? 'null' : JSON.stringify(clean(cut(nestedText(value, VALUE), VALUE)))
    default:
      return null
  }
}

/**
 * A JSON object as text: the first twenty members, names and values cut. Flat: a nested value is kept as its own JSON
 * text. Written by hand, so that `__proto__` is a name like any other. `null` when there is nothing to keep.
 */
export function propsOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  let text = ''
  let members = 0
  const names = new Set<string>()
  for (const name in value) {
    if (members === MEMBERS) break
    const written = valueText((value as Record<string, unknown>)[name])
    const short = clean(cut(name, NAME))
    if (written === null || names.has(short)) continue
    names.add(short)
    text += `${members === 0 ? '{' : ','}${JSON.stringify(short)}:${written}`
    members++
  }
  return members === 0 ? null : `${text}}`
}
