import { datacubeReports } from '../../domain/datacube.ts'
import { UpstreamError } from '../../domain/upstream.ts'
import type { Datacube, DatacubeQuestion } from '../../ports/wechat.ts'
import type { Answer, Call } from './answer.ts'
import type { BusinessCall } from './business-call.ts'
import type { Lanes } from './lanes.ts'

const QUOTA_PATH = '/cgi-bin/openapi/quota/get'

const compact = (day: string) => day.replaceAll('-', '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A report is a list of objects; an app without data may have an empty list or none at all, but then nothing else. */
function isReport(json: Record<string, unknown>): boolean {
  const { list } = json
  if (list === undefined || list === null) {
    return Object.keys(json).every(key => ['list', 'ref_date', 'errcode', 'errmsg'].includes(key))
  }
  return Array.isArray(list) && list.every(isRecord)
}

/** The call that answers a question, still without its token. */
export const callOf = ({ appid, report, from, to }: DatacubeQuestion): Call => ({
  appid,
  method: 'POST',
  path: datacubeReports[report].path,
  body: { begin_date: compact(from), end_date: compact(to) },
})

/** The text of a report as it came. @throws UpstreamError when it is whole but no report */
export function reportText(call: Call, answer: Extract<Answer, { ok: true }>): string {
  if (isReport(answer.json)) return answer.text
  throw new UpstreamError('failed', `${call.method} ${call.path} answered JSON of another shape`)
}

/** `remain`, where WeChat counts at all: a `daily_limit` of 0 says that it does not. */
function remaining({ quota }: Record<string, unknown>): number | null {
  if (!isRecord(quota) || !(Number(quota.daily_limit) > 0)) return null
  return typeof quota.remain === 'number' && Number.isFinite(quota.remain) ? quota.remain : null
}

const saysNothing = (error: unknown) =>
  error instanceof UpstreamError &&
  error.details.errcode !== undefined &&
  ['unsupported', 'quota', 'failed'].includes(error.failure)

export function createDatacube(lanes: Lanes, ask: BusinessCall): Datacube {
  return {
    ask(question, lane) {
      const call = callOf(question)
      return lanes.run(question.appid, lane, async () => reportText(call, await ask(call, lane)))
    },
    async remainingQuota(appid, lane) {
      const body = { cgi_path: datacubeReports['visit.daily'].path }
      const call: Call = { appid, method: 'POST', path: QUOTA_PATH, body }
      try {
        return remaining((await lanes.run(appid, lane, () => ask(call, lane))).json)
      } catch (error) {
        if (saysNothing(error)) return null
        throw error
      }
    },
  }
}
