import { SettingError } from './setting-error.ts'
import { type Environment, textOf, urlOf } from './values.ts'

const WEB = ['http:', 'https:']

/** Scheme, host and port of an http(s) address; anything behind them is refused, since it would be dropped. */
export function originOf(env: Environment, name: string, fallback: string): string {
  const url = urlOf(env, name, WEB, fallback)
  if (!url) return fallback
  if (url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin
  throw new SettingError(name, `holds more than an origin; write scheme, host and port only, as ${fallback}`)
}

/** A web address without a trailing slash, for links. */
export function publicUrl(env: Environment): string | null {
  const url = urlOf(env, 'PUBLIC_URL', WEB, 'https://data.example.com')
  if (!url) return null
  if (!url.search && !url.hash && !url.username) return (url.origin + url.pathname).replace(/\/+$/, '')
  throw new SettingError('PUBLIC_URL', 'holds a query, a fragment or a name; write it as https://data.example.com')
}

/** A database's address, kept as written. */
export function databaseUrl(env: Environment): string | null {
  urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database')
  return textOf(env, 'DATABASE_URL')
}

/** The event store's address, kept as written. */
export function eventsUrl(env: Environment): string | null {
  urlOf(env, 'EVENTS_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database')
  return textOf(env, 'EVENTS_URL')
}
