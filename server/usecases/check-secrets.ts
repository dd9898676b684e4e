import { UNREADABLE } from '../domain/token-words.ts'
import { UpstreamError } from '../domain/upstream.ts'
import type { AppSecrets, Apps, BoundApp } from '../ports/apps.ts'
import type { Log } from '../ports/log.ts'

/**
 * Notes on each app whose AppSecret no master key opens that it needs another, before anybody looks in vain; and takes
 * the note away where the key is back.
 */
export async function checkSecrets(deps: {
  apps: Pick<Apps, 'all' | 'noteToken'>
  secrets: AppSecrets
  log: Pick<Log, 'error'>
}): Promise<void> {
  const { apps, secrets, log } = deps
  const unreadable: string[] = []
  for (const app of await apps.all()) {
    if (await isReadable(secrets, app)) {
      if (app.tokenDetail === UNREADABLE) await apps.noteToken(app.appid, 'ok', null)
      continue
    }
    unreadable.push(app.appid)
    await apps.noteToken(app.appid, 'refused', UNREADABLE)
  }
  if (unreadable.length === 0) return
  log.error({ appids: unreadable }, 'no key of MASTER_KEY opens these AppSecrets: put the key back, or enter them anew')
}

async function isReadable(secrets: AppSecrets, { appid }: BoundApp): Promise<boolean> {
  try {
    await secrets.read(appid)
    return true
  } catch (error) {
    if (error instanceof UpstreamError && error.failure === 'secret_unreadable') return false
    throw error
  }
}
