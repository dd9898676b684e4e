const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000

/** The China day that lies `count` days before today, `YYYY-MM-DD`. */
export function daysAgo(count: number, now = Date.now()): string {
  return new Date(now + CHINA_MS - count * DAY_MS).toISOString().slice(0, 10)
}
