import type { App, BindApp } from '../../src/contract/apps.ts'
import type { Apps } from '../ports/apps.ts'
import type { Clock } from '../ports/clock.ts'
import type { TokenStore } from '../ports/tokens.ts'
import type { DatacubeQuestion, ProvenAnswer, ProvenSecret, SecretProof } from '../ports/wechat.ts'
import type { CollectDesk } from './collect/desk.ts'
import { finishErasure } from './collect/finish-erasures.ts'
import { appOf } from './list-apps.ts'

/** What binding and mending an app needs. */
export interface AppBinding {
  clock: Clock
  apps: Apps
  tokens: TokenStore
  proof: SecretProof
  /** Whether WeChat has answered this for good, under whichever binding. */
  isSettled(question: DatacubeQuestion): Promise<boolean>
  /** Keeps an answer that came with a proof, so that it is not asked again. */
  keepAnswer(answer: ProvenAnswer): Promise<void>
  /** Drops what the WeChat client holds in memory of an app. */
  forgetToken(appid: string): void
  /** Tells the backfill that there is something to fetch, and that what WeChat refused before may go now. */
  wakeBackfill(appid: string): void
}

/** One round of upstream time: as many days as WeChat is asked for at a time. The first look has them already. */
const FIRST_DAYS = 5

/**
 * Binds an app for its first admin. The secret is proved first: only who proves it learns whether the app is bound.
 * @throws UpstreamError with a refusal · ConflictError when it is bound already
 */
export async function bindApp(
  deps: AppBinding & { collect: Pick<CollectDesk, 'events' | 'erasures'> },
  wish: BindApp,
  adminId: string,
): Promise<App> {
  const { appid, secret, name, kind } = wish
  const proven = await deps.proof.prove({ appid, secret, kind, days: FIRST_DAYS, isSettled: deps.isSettled })
  const app = {
    appid,
    name,
    kind,
    avatarUrl: null,
    boundAt: deps.clock.now(),
    tokenState: 'ok' as const,
    tokenDetail: null,
  }
  await finishErasure(deps.collect, appid)
  await deps.apps.bind(app, secret, adminId)
  await keepProof(deps, appid, proven)
  return appOf(app, { role: 'admin' })
}

/** What a proof brought along saves a token call and the first days of a report. */
export async function keepProof(deps: AppBinding, appid: string, proven: ProvenSecret): Promise<void> {
  deps.forgetToken(appid)
  const token = { token: proven.token, expiresAt: proven.tokenExpiresAt }
  await Promise.all([deps.tokens.write(appid, token), ...proven.answers.map(answer => deps.keepAnswer(answer))])
  deps.wakeBackfill(appid)
}
