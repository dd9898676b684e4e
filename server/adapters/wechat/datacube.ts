import { startOfDay } from '../../../src/contract/periods.ts'
import { datacubeReports, reportOf } from '../../domain/datacube.ts'
import { UpstreamError } from '../../domain/upstream.ts'
import type { Datacube, DatacubeQuestion } from '../../ports/wechat.ts'
import { type Call, isRecord } from './answer.ts'
import type { BusinessCall } from './business-call.ts'
import type { Lanes } from './lanes.ts'
import { holdsReport } from './report-shapes.ts'

const QUOTA_PATH = '/cgi-bin/openapi/quota/get'

const compact = (day: string) => day.replaceAll('-', '')
/** The first second of a day. */
const secondOf = (day: string) => startOfDay(day) / 1000

/** Reports go by days; performance by a module and by instants, both of whose days count. */
function bodyOf({ report, from, to }: DatacubeQuestion): object {
  const { module } = reportOf(report)
  if (module === undefined) return { begin_date: compact(from), end_date: compact(to) }
  return { module, time: { begin_timestamp: secondOf(from), end_timestamp: secondOf(to) }, params: [] }
}

/** The call that answers a question, still without its token. */
export const callOf = (question: DatacubeQuestion): Call => ({
  appid: question.appid,
  method: 'POST',
  path: datacubeReports[question.report].path,
  body: bodyOf(question),
  holds: holdsReport(question.report),
  mayBeAbsent: reportOf(question.report).module !== undefined,
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
