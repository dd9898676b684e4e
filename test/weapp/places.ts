import type { Target } from '../support/weapp/index.ts'

/** Choices and signs by their place, since one word of one language is several of another. */
export const DEFINITION: Target = { selector: '.da-ct-info' }
export const SPANS: Target = { selector: '.da-step-t' }
export const SOURCE: Target = { selector: '.da-tag-pick' }
export const choice = (at: number): Target => ({ selector: `.da-page .da-seg-b:nth-child(${at})` })
export const granularity = (at: number): Target => ({ selector: `.da-seg:last-child > .da-seg-b:nth-child(${at})` })
export const part = (text: string): Target => ({ role: 'button', part: text })
export const BEFORE: Target = { selector: '.da-step-b:first-child' }
export const MONTH_BEFORE: Target = { selector: '.da-cal-prev' }
