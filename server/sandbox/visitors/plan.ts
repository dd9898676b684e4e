import { minuteOfDay } from '../calendar.ts'
import type { PageModel, TrafficModel } from '../traffic/model.ts'

/** How busy each hour of a day in China is, the busiest 1. */
export const hours = [
  0.18, 0.1, 0.06, 0.05, 0.06, 0.12, 0.3, 0.55, 0.75, 0.85, 0.9, 0.95, 1, 0.9, 0.8, 0.8, 0.82, 0.85, 0.9, 0.95, 1, 0.98,
  0.75, 0.4,
] as const

const MOST_A_MINUTE = 2
const MOST_PAGES = 9
/** A few of WeChat's scenes: recent list, search, chat, code, group chat, official account. */
const scenes = [1001, 1089, 1005, 1007, 1044, 1011, 1047, 1035] as const

/** Visits that begin in the minute of an instant, on average: a big app has more than a small one, though not by as much. */
export function visitsAMinute({ visitors }: Pick<TrafficModel, 'visitors'>, now: number): number {
  const hour = minuteOfDay(now) / 60
  const [before = 0, after = 0] = [hours[Math.floor(hour)], hours[(Math.floor(hour) + 1) % 24]]
  const busy = before + (after - before) * (hour % 1)
  return busy * Math.min(MOST_A_MINUTE, visitors ** 0.2 / 4)
}

/** One page of a visit. */
export interface Stop {
  path: string
  /** Seen for so long, ms. */
  stayMs: number
  isShared: boolean
  isBought: boolean
}

/** What one visit will do. */
export interface VisitPlan {
  scene: number
  stops: Stop[]
}

/** @param random 0 ≤ n < 1 */
export function planVisit(model: Pick<TrafficModel, 'pages' | 'shareRate'>, random: () => number): VisitPlan {
  const stops: Stop[] = []
  do {
    const page = draw(model.pages, stops.length === 0 ? 'entries' : 'visits', random)
    stops.push({
      path: page.path.replace(/\.html$/, ''),
      // a few seconds mostly, a minute now and then
      stayMs: Math.round(1500 + 45_000 * random() ** 3),
      isShared: random() < model.shareRate * 3,
      isBought: stops.length > 1 && random() < 0.08,
    })
  } while (stops.length < MOST_PAGES && random() < 0.66)
  return { scene: scenes[Math.floor(random() ** 1.6 * scenes.length)] ?? 1001, stops }
}

function draw(pages: readonly PageModel[], weight: 'entries' | 'visits', random: () => number): PageModel {
  let left = random() * pages.reduce((sum, page) => sum + page[weight], 0)
  for (const page of pages) {
    left -= page[weight]
    if (left < 0) return page
  }
  return pages[0] ?? { path: 'pages/index/index', visits: 1, entries: 1, exits: 1, stay: 1, shares: 0 }
}
