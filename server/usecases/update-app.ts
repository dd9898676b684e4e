import type { App, UpdateApp } from '../../src/contract/apps.ts'
import { ProblemError } from '../errors.ts'
import type { Deed } from '../ports/access.ts'
import { type AppBinding, keepProof } from './bind-app.ts'
import { appOf } from './list-apps.ts'

/**
 * Renames an app, or takes a new secret, which is proved before it replaces the old one.
 * @throws UpstreamError with a refusal
 */
export async function updateApp(deps: AppBinding, appid: string, changes: UpdateApp, deed: Deed): Promise<App> {
  const { secret, ...appearance } = changes
  const app = await deps.apps.find(appid)
  if (!app) throw new ProblemError('not_found')
  const { kind } = app
  const { isSettled } = deps
  const proven = secret === undefined ? null : await deps.proof.prove({ appid, secret, kind, days: 1, isSettled })
  if (Object.keys(appearance).length > 0) await deps.apps.rename(appid, appearance)
  if (secret !== undefined && proven) {
    await deps.apps.replaceSecret(appid, secret, deed)
    await deps.apps.noteToken(appid, 'ok', null)
    await keepProof(deps, appid, proven)
  }
  const changed = await deps.apps.find(appid)
  if (!changed) throw new ProblemError('not_found')
  return appOf(changed, { role: 'admin' })
}
