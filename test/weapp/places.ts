import type { Target } from '../support/weapp/index.ts'

/** What a tap means in every language. */
export const place = {
  before: { selector: '.da-step-b' },
  monthBefore: { selector: '.da-cal-prev' },
  range: { selector: '.da-step-t' },
  apps: { selector: '.da-nav-app' },
  definition: { selector: '.da-ct-info' },
  curve: { selector: '.da-heat-hit' },
  source: { selector: '.da-rk' },
  sources: { selector: '.da-tag-pick' },
  official: { selector: '.da-sheet .da-pick:first-child' },
  own: { selector: '.da-sheet .da-pick:last-child' },
  confirm: { selector: '.da-sheet .da-btn-primary' },
  longest: { selector: '.da-dock .da-seg-b:last-child' },
} satisfies Record<string, Target>
