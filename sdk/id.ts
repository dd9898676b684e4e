import type { Host } from './port.ts'

/** A random UUID (version 4) without `crypto`, which the thread of a mini program lacks. */
export const uuid = (host: Pick<Host, 'random'>): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => ((host.random() * 16) | 0).toString(16))
