/** A finite number as WeChat sent it; anything else, text too, is unknown. */
export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

export type JsonObject = Record<string, unknown>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A field under its documented name or, through 云调用, its camelCase one; own properties only. */
export function fieldOf(object: JsonObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name]
  const camel = camelCase(name)
  return Object.hasOwn(object, camel) ? object[camel] : undefined
}

/** The objects of a list, whatever else it holds; none when there is no list. */
export function objectsOf(object: JsonObject, name: string): JsonObject[] {
  const list = fieldOf(object, name)
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** Adds known numbers; unknown ones leave the rest, and nothing known is unknown. */
export function addKnown(a: number | null, b: number | null): number | null {
  if (a === null) return b
  return b === null ? a : a + b
}
