import type { Target } from '../support/weapp/index.ts'
import type { Limit } from './costs.ts'

export const KB = 1024
export const FIRST_PAINT: Limit = { calls: 2, bytes: 64 * KB }
/** A tap that changes no table. */
export const PLAIN_TAP: Limit = { bytes: 2 * KB }
export const TABLE_CHANGE: Limit = { bytes: 16 * KB }

export const button = (part: string): Target => ({ role: 'button', part })
export const radio = (name: string): Target => ({ role: 'radio', name })
export const CLOSE: Target = { selector: '.da-sh-x' }
