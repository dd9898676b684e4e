import type { Status } from '../../src/contract/apps.ts'
import type { DemoPerson, Locale } from '../../src/contract/identity.ts'
import type { Clock } from '../ports/clock.ts'
import type { HttpTelemetry } from '../ports/http-telemetry.ts'
import type { Log } from '../ports/log.ts'
import type { Random } from '../ports/random.ts'
import type { Remarks } from '../ports/remarks.ts'
import type { AccessDesk } from '../usecases/access-desk.ts'
import type { AvatarDesk } from '../usecases/avatars.ts'
import type { AppBinding } from '../usecases/bind-app.ts'
import type { PictureCheck } from '../usecases/check-pictures.ts'
import type { WordCheck } from '../usecases/check-words.ts'
import type { CollectDesk } from '../usecases/collect/desk.ts'
import type { HandoffDesk } from '../usecases/handoffs.ts'
import type { InvitationImages } from '../usecases/invitation-image.ts'
import type { Looks } from '../usecases/looks.ts'
import type { Identity } from '../usecases/open-session.ts'
import type { Reports as AnsweredReports } from '../usecases/reports.ts'
import type { Limits } from './limits.ts'

/** What the reports answer, whatever stands behind them. */
export interface Reports extends AnsweredReports {
  status(appid: string, language: Locale): Promise<Status>
}

export interface HttpSettings {
  /** Where people reach us, without a slash at the end. */
  publicUrl: string
  trustProxy: number
  metricsToken: string | null
  /** Signs what WeChat pushes; without one nothing is heard. */
  pushToken: string | null
  /** The folder of the built web app. */
  webRoot: string
}

/** Everything that the HTTP layer needs; composed in `server/deps.ts`. */
export interface HttpDeps extends Identity, AppBinding, HandoffDesk, AccessDesk, AvatarDesk {
  clock: Clock
  random: Random
  log: Log
  telemetry: HttpTelemetry
  limits: Limits
  reports: Reports
  remarks: Remarks
  looks: Looks
  collect: CollectDesk
  invitationImages: InvitationImages
  wordCheck: WordCheck
  pictureCheck: PictureCheck
  settings: HttpSettings
  /** The persons of the demo; `null` in production, where the route does not exist. */
  demo: Record<DemoPerson, string> | null
  /** Rejects while the database cannot be reached or is not migrated; counts the AppSecrets that no key opens. */
  ready(): Promise<{ unreadableSecrets: number }>
}
