import type { DatacubeReport, ReportFamily } from '../../domain/datacube.ts'
import { familyOf } from '../../domain/datacube.ts'
import { isRecord } from './answer.ts'

type Json = Record<string, unknown>

const isAbsent = (value: unknown) => value === undefined || value === null
const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** An app without data may be answered with less than the whole; what is neither this nor that is no report. */
const around = ['ref_date', 'errcode', 'errmsg', 'err_code', 'err_msg']

const holdsOnly = (json: Json, names: string[]) =>
  Object.keys(json).every(key => names.includes(key) || names.includes(snakeCase(key)))

const isListOfRecords = (value: unknown) => Array.isArray(value) && value.every(isRecord)

/** `{list: [{…}]}`; the list may be empty, or absent, but then nothing else is there. */
const isList = (json: Json) => (isAbsent(json.list) ? holdsOnly(json, [...around, 'list']) : isListOfRecords(json.list))

/** `{visit_uv_new, visit_uv}`, in either spelling, each as `isHalf` says or absent. */
const isHalves = (isHalf: (half: unknown) => boolean) => (json: Json) => {
  const halves = [json.visit_uv_new ?? json.visitUvNew, json.visit_uv ?? json.visitUv]
  if (halves.every(isAbsent)) return holdsOnly(json, [...around, 'visit_uv_new', 'visit_uv', 'list'])
  return halves.every(half => isAbsent(half) || isHalf(half))
}

/** `{data: {body: {tables: [{…}]}}}`. */
function isTables({ data }: Json): boolean {
  if (isAbsent(data)) return true
  const body = isRecord(data) ? data.body : null
  if (!isRecord(data) || !(isAbsent(body) || isRecord(body))) return false
  return !isRecord(body) || isAbsent(body.tables) || isListOfRecords(body.tables)
}

const shapes: Record<ReportFamily, (json: Json) => boolean> = {
  summary: isList,
  visit: isList,
  pages: isList,
  distribution: isList,
  retention: isHalves(isListOfRecords),
  portrait: isHalves(half => isRecord(half) || (Array.isArray(half) && half.length === 0)),
  performance: isTables,
}

/** Whether an object without an errcode is an answer of the report, snake_case or camelCase. */
export const holdsReport =
  (report: DatacubeReport) =>
  (json: Json): boolean =>
    shapes[familyOf(report)](json)
