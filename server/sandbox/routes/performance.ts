import { compact, dayOf } from '../calendar.ts'
import { seedOf, wobble } from '../traffic/hash.ts'
import type { Endpoint } from '../wire/api.ts'
import { callingApp, jsonObject, permit } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'

/** Tables of a module: id, Chinese name, usual value. */
const modules: Readonly<Record<string, readonly (readonly [id: string, zh: string, usual: number])[]>> = {
  '10016': [['openrate', '打开率', 96.2]],
  '10017': [
    ['total', '启动总耗时', 1840],
    ['download', '代码包下载耗时', 520],
    ['inject', '代码注入耗时', 310],
    ['render', '初次渲染耗时', 640],
  ],
  '10021': [['pageswitch', '页面切换耗时', 214]],
  '10022': [
    ['memorydiff', '内存增长均值', 71],
    ['memory', '内存均值', 306],
  ],
  '10023': [['memorywarning', '内存异常率', 0.83]],
}

const dayLimit = 30

function timeField(body: Record<string, unknown>, name: string): number {
  const time = body.time
  const value = typeof time === 'object' && time !== null ? (time as Record<string, unknown>)[name] : undefined
  if (typeof value !== 'number') throw new Refusal(40097)
  return dayOf(value * 1000)
}

/** `POST /wxa/business/performance/boot`: one table a measure, values as texts, days that are over only. */
export const performanceBoot: Endpoint = (exchange, platform) => {
  const app = callingApp(exchange, platform)
  const body = jsonObject(exchange)
  permit(app, exchange.path)
  const tables = modules[String(body.module)]
  const from = timeField(body, 'begin_timestamp')
  const to = timeField(body, 'end_timestamp')
  if (!tables || to < from || to - from > dayLimit) throw new Refusal(40097)
  const filters = seedOf(app.appid + JSON.stringify(body.params ?? []))
  const last = Math.min(to, dayOf(exchange.at) - 1)
  const measured = (day: number) => app.traffic !== undefined && app.traffic !== null && hasVisits(day)
  const hasVisits = (day: number) => {
    const { list } = platform.source(app).visitTrend('daily', day, day)
    return Array.isArray(list) && list.length > 0
  }
  const fields = (usual: number, channel: number) => {
    const rows: { refdate: string; value: string }[] = []
    for (let day = from; day <= last; day++) {
      if (!measured(day)) continue
      rows.push({
        refdate: compact(day),
        value: String(Number((usual * wobble(filters, day, channel, 0.05)).toFixed(4))),
      })
    }
    return rows
  }
  return () => ({
    errcode: 0,
    errmsg: 'ok',
    data: {
      body: {
        tables: tables.map(([id, zh, usual], index) => ({ id, lines: [{ fields: fields(usual, index) }], zh })),
        count: tables.length,
      },
    },
  })
}
