import { type PortraitAttribute, portraitAttributes } from '../../src/contract/portrait.ts'
import { fieldOf, isObject, type JsonObject, numberOf, objectsOf } from './numbers.ts'

/** One line of an attribute, as answered. */
export interface PortraitLine {
  /** WeChat's own; `null` where it gives none, as for phone models. */
  id: number | null
  name: string
  /** People; `null` is unknown. */
  value: number | null
}

export type PortraitHalf = Record<PortraitAttribute, PortraitLine[]>

/** Both halves of an answer; a half without a line is `null`. */
export interface Portrait {
  new: PortraitHalf | null
  active: PortraitHalf | null
}

function halfOf(body: JsonObject, name: string): PortraitHalf | null {
  const half = fieldOf(body, name)
  if (!isObject(half)) return null
  const entries = portraitAttributes.map(attribute => [attribute, objectsOf(half, attribute).flatMap(lineOf)] as const)
  return entries.some(([, lines]) => lines.length > 0) ? (Object.fromEntries(entries) as PortraitHalf) : null
}

/** An old name of the number was `access_source_visit_uv`. */
function lineOf(item: JsonObject): PortraitLine[] {
  const name = fieldOf(item, 'name')
  if (typeof name !== 'string') return []
  const id = numberOf(fieldOf(item, 'id'))
  const value = numberOf(fieldOf(item, 'value')) ?? numberOf(fieldOf(item, 'access_source_visit_uv'))
  return [{ id: Number.isInteger(id) ? id : null, name, value }]
}

/** `null` when both halves are empty. */
export function portraitOf(body: JsonObject): Portrait | null {
  const halves = { new: halfOf(body, 'visit_uv_new'), active: halfOf(body, 'visit_uv') }
  return halves.new || halves.active ? halves : null
}
