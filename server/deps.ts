import { hostname } from 'node:os'
import path from 'node:path'
import { periodOf } from '../src/contract/periods.ts'
import { masterKeysOf } from './adapters/data-dir/master-key.ts'
import { openDatabase } from './adapters/db/database.ts'
import { createHashKeyStore } from './adapters/db/hash-key-store.ts'
import { createStores } from './adapters/db/stores.ts'
import { createEvents } from './adapters/events/create-events.ts'
import { createLog, type PinoLog } from './adapters/telemetry/log.ts'
import { measureArchive } from './adapters/telemetry/measured-archive.ts'
import { createMetrics } from './adapters/telemetry/metrics.ts'
import { createVault } from './adapters/vault/vault.ts'
import { createWeChat } from './adapters/wechat/index.ts'
import { createBackground } from './background.ts'
import { createCollecting } from './collecting.ts'
import type { Config } from './config.ts'
import { answeredOf } from './domain/answered.ts'
import { datacubeReports } from './domain/datacube.ts'
import { rule } from './domain/finality.ts'
import type { HttpDeps } from './http/deps.ts'
import { createLimits } from './http/limits.ts'
import { systemClock } from './ports/clock.ts'
import type { EventStore } from './ports/events.ts'
import { systemRandom } from './ports/random.ts'
import { createPictureCheck } from './usecases/check-pictures.ts'
import { checkSecrets } from './usecases/check-secrets.ts'
import { createWordCheck } from './usecases/check-words.ts'
import { createInvitationImages } from './usecases/invitation-image.ts'
import { createLooks } from './usecases/looks.ts'
import { createMessages } from './usecases/messages.ts'
import { readStatus } from './usecases/read-status.ts'
import { createReports } from './usecases/reports.ts'

const WEB_ROOT = path.resolve('dist/h5')

/** A composed server that listens to nothing yet. */
export interface Server {
  http: HttpDeps
  log: PinoLog
  /** Begins what goes on without anybody asking. */
  start(): void
  /** Resolves when the database is gone for good, and the process with it is of no use; absent where it comes back. */
  lost?: Promise<Error>
  /** Ends it, then closes the database: call it when no request runs any more. */
  stop(): Promise<void>
}

/** Where people reach a server whose owner does not say it. */
export function localUrl({ host, port }: { host: string; port: number }): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/**
 * Puts the parts together: settings → stores → WeChat → use cases.
 * @throws SettingError, DatabaseFailure
 */
export async function composeServer(config: Config): Promise<Server> {
  const log = createLog(config.logLevel)
  const metrics = createMetrics()
  const clock = systemClock
  const holder = `${hostname()} ${process.pid} ${systemRandom.uuid()}`
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  try {
    const hashKeyStore = createHashKeyStore(database.kysely)
    const vault = await createVault({ masterKeys: await masterKeysOf(config), hashKeyStore })
    const opened = createStores(database, vault)
    const stores = { ...opened, archive: measureArchive(opened.archive, metrics) }
    const { apps, archive, tokens, secrets } = stores
    const wechat = createWeChat({
      baseUrl: config.wechatApiBase,
      assistant: config.assistant,
      tokens,
      secrets,
      apps,
      clock,
      log,
      metrics,
      holder,
    })
    const background = createBackground({ stores, wechat, clock, log, holder })
    const { reader, backfill, quota } = background
    const events = createEvents(config, { leases: stores.leases, holder, clock, log })
    const standing: EventStore['standing'] = (appid, now) => events.standing(appid, now)
    const own = { counts: events.reports, lag: events.lag }
    const reports = createReports({ reader, archive, clock, remarks: stores.remarks, events: own })
    const collecting = createCollecting({
      events,
      stores,
      vault,
      random: systemRandom,
      log,
      rate: config.collectRate,
      shared: database.engine !== 'pglite',
    })
    await collecting.start()
    const { assistant } = wechat
    const { openids, avatars } = stores
    const publicUrl = config.publicUrl ?? localUrl(config)
    const messages = createMessages({
      assistant,
      consents: stores.consents,
      openids,
      people: stores.people,
      apps,
      clock,
      log,
      templates: config.subscribeTemplates,
    })
    const http: HttpDeps = {
      clock,
      random: systemRandom,
      log,
      telemetry: metrics,
      limits: createLimits(config.requestRate),
      people: stores.people,
      sessions: stores.sessions,
      handoffs: stores.handoffs,
      apps,
      remarks: stores.remarks,
      collect: collecting.desk,
      grants: stores.grants,
      admins: stores.admins,
      invitations: stores.invitations,
      accessRequests: stores.accessRequests,
      audit: stores.audit,
      notices: stores.notices,
      avatars,
      messages,
      invitationImages: createInvitationImages({ invitations: stores.invitations, assistant }),
      wordCheck: createWordCheck({ assistant, openids }),
      pictureCheck: createPictureCheck({ assistant, openids, avatars, log, publicUrl }),
      looks: createLooks({ audit: stores.audit, log }),
      tokens,
      vault,
      login: wechat.login,
      proof: wechat.secretProof,
      async isSettled({ appid, report, from }) {
        const period = periodOf(datacubeReports[report].granularity, from)
        const [entry = null] = await archive.readKept(appid, report, [period.name])
        const { action, until } = rule(report, period, entry, clock.now())
        return action === 'serve' && until === Number.POSITIVE_INFINITY
      },
      async keepAnswer({ question, text, fetchedAt }) {
        const { appid, report, from } = question
        const period = periodOf(datacubeReports[report].granularity, from)
        await archive.keep(answeredOf(appid, report, period, text, { askedAt: fetchedAt, fetchedAt }))
      },
      forgetToken: wechat.forget,
      wakeBackfill: background.wake,
      reports: {
        ...reports,
        status: (appid, language) =>
          readStatus({ apps, archive, reader, backfill, quota, clock, standing }, appid, language),
      },
      settings: {
        publicUrl,
        trustProxy: config.trustProxy,
        metricsToken: config.metricsToken,
        pushToken: config.pushToken,
        webRoot: WEB_ROOT,
      },
      demo: null,
      ready: async () => ({ unreadableSecrets: await apps.countUnreadable() }),
    }
    return {
      http,
      log,
      start() {
        background.start()
        events.start()
        collecting.goOn()
        checkSecrets({ apps, secrets, log }).catch(error => log.error({ error }, 'the AppSecrets were not checked'))
      },
      ...(database.lost && { lost: database.lost }),
      async stop() {
        await background.stop()
        await messages.idle()
        await collecting.stop()
        await events.close()
        await database.close()
        log.flush()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
