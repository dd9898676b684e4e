import type { Audit } from '../ports/audit.ts'
import type { Log } from '../ports/log.ts'

const MINUTE = 60_000
/** Remembered looks of one process; beyond it the oldest are written again, which does no harm. */
const MAX_LOOKS = 20_000

export interface Look {
  appid: string
  personId: string
  route: { endpoint: string; path: string }
  isExport: boolean
}

/** Remembers who looked, at most one write a person, app and minute. */
export interface Looks {
  /** Before the answer goes out. An export that cannot be noted is refused; a look is not. */
  note(look: Look, now: number): Promise<void>
  /** A look at many apps at once. */
  noteMany(appids: string[], personId: string, now: number): Promise<void>
}

export function createLooks({ audit, log }: { audit: Audit; log: Pick<Log, 'warn'> }): Looks {
  const noted = new Map<string, number>()

  function isDue(appid: string, personId: string, now: number): boolean {
    const key = `${personId} ${appid}`
    const last = noted.get(key)
    if (last !== undefined && now - last < MINUTE && now >= last) return false
    noted.delete(key)
    noted.set(key, now)
    for (const oldest of noted.keys()) {
      if (noted.size <= MAX_LOOKS) break
      noted.delete(oldest)
    }
    return true
  }

  async function noteMany(appids: string[], personId: string, now: number): Promise<void> {
    const due = appids.filter(appid => isDue(appid, personId, now))
    if (due.length === 0) return
    await audit.noteViews(due, personId, now).catch(error => log.warn({ error }, 'a look was not noted'))
  }

  return {
    noteMany,
    async note({ appid, personId, route, isExport }, now) {
      await noteMany([appid], personId, now)
      if (isExport) await audit.noteExport(appid, personId, route.path.split('/').at(-1) ?? route.endpoint, now)
    },
  }
}
