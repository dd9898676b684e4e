import { datacubeReports } from '../../domain/datacube.ts'
import { UpstreamError } from '../../domain/upstream.ts'
import type { Datacube, DatacubeQuestion } from '../../ports/wechat.ts'
import { type Call, isRecord } from './answer.ts'
import type { BusinessCall } from './business-call.ts'
import type { Lanes } from './lanes.ts'

const QUOTA_PATH = '/cgi-bin/openapi/quota/get'

const compact = (day: string) => day.replaceAll('-', '')

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
  holds: isReport,
})

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
      return lanes.run(question.appid, lane, async () => (await ask(callOf(question), lane)).text)
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
