import type { AppKind } from '../../src/contract/apps.ts'
import type { Day } from '../../src/contract/periods.ts'
import type { DatacubeReport } from '../domain/datacube.ts'

/** Who waits: a person's call goes before every waiting backfill call. */
export type Lane = 'reader' | 'backfill'

export interface DatacubeQuestion {
  appid: string
  report: DatacubeReport
  from: Day
  to: Day
}

/** WeChat's statistics, one answer for one period. */
export interface Datacube {
  /**
   * The body as WeChat sent it: parsed once to know that it is whole and no error, never altered.
   * @throws UpstreamError
   */
  ask(question: DatacubeQuestion, lane: Lane): Promise<string>
  /** Calls left today for the statistics of an app, as WeChat says; `null` when it does not say. Costs one call. */
  remainingQuota(appid: string, lane: Lane): Promise<number | null>
}

/** The assistant's own login: `jscode2session`. The session key is dropped on the spot. */
export interface Login {
  /**
   * @throws UpstreamError; `CodeRefused` kind for 40029, 40163, 40226.
   */
  exchange(code: string): Promise<{ openid: string; unionid: string | null }>
}

/** Proves an AppSecret before it is kept. */
export interface SecretProof {
  /**
   * Asks for a token with this secret and, for a mini program, for `days` closed days at once, whose answers come back so
   * that they are not asked again.
   * @throws UpstreamError whose `refusal` names what the admin must mend
   */
  prove(trial: SecretTrial): Promise<ProvenSecret>
}

export interface SecretTrial {
  appid: string
  secret: string
  kind: AppKind
  /** How many days to ask for, the newest that is computed at any hour first. */
  days: number
  /** Whether WeChat has answered this for good: a closed day is asked once. */
  isSettled(question: DatacubeQuestion): Promise<boolean>
}

export interface ProvenSecret {
  token: string
  /** Epoch milliseconds. */
  tokenExpiresAt: number
  /** Answers that came by the way, to be archived. */
  answers: ProvenAnswer[]
}

export interface ProvenAnswer {
  question: DatacubeQuestion
  text: string
  fetchedAt: number
}
