import { SettingError } from './setting-error.ts'

/** The environment, as `process.env` has it. */
export type Environment = Record<string, string | undefined>

/** A setting as written; blank counts as absent. */
export function textOf(env: Environment, name: string): string | null {
  return env[name]?.trim() || null
}

/** @throws SettingError when absent or not of the shape that `expected` describes */
export function matching(env: Environment, name: string, pattern: RegExp, expected: string): string | null {
  const text = textOf(env, name)
  if (text !== null && !pattern.test(text)) throw new SettingError(name, `is malformed; write ${expected}`)
  return text
}

export function wholeNumber(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = textOf(env, name)
  if (text === null) return fallback
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  throw new SettingError(name, `is out of range; write a whole number from ${min} to ${max}`)
}

export function flag(env: Environment, name: string): boolean {
  return matching(env, name, /^(true|false|1|0)$/, 'true or false')?.match(/^(true|1)$/) != null
}

export function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[], fallback: T): T {
  const text = textOf(env, name)
  if (text === null) return fallback
  const choice = choices.find(each => each === text)
  if (choice === undefined) throw new SettingError(name, `is unknown; write one of ${choices.join(' ')}`)
  return choice
}

/** A URL of one of the protocols. Its text may hold a password, so that no message repeats it. */
export function urlOf(env: Environment, name: string, protocols: string[], example: string): URL | null {
  const text = textOf(env, name)
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.hostname && protocols.includes(url.protocol)) return url
  throw new SettingError(name, `is no such address; write it as ${example}`)
}

/** Settings that belong together: all of them, or `null` when none is written. */
export function together<T extends Record<string, string>>(
  settings: {
    [K in keyof T]: { name: string; text: string | null }
  },
): T | null {
  const members = Object.entries(settings) as [keyof T, { name: string; text: string | null }][]
  if (members.every(([, { text }]) => text === null)) return null
  const absent = members.find(([, { text }]) => text === null)
  if (!absent) return Object.fromEntries(members.map(([key, { text }]) => [key, text])) as T
  const present = members.filter(([, { text }]) => text !== null).map(([, { name }]) => name)
  throw new SettingError(absent[1].name, `is missing; it belongs to ${present.join(', ')}: write all of them or none`)
}
