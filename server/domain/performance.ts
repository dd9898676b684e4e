import type { Day } from '../../src/contract/periods.ts'
import { fieldOf, isObject, type JsonObject, objectsOf } from './numbers.ts'

/** One line of one table: a measure by day. */
export interface PerformanceLine {
  id: string
  name: string
  /** Place among the lines of its table. */
  line: number
  values: ReadonlyMap<Day, number>
}

/** WeChat writes these numbers as text. */
function decimal(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() === '') return null
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : null
}

const dayIn = (refDate: unknown): Day =>
  String(refDate)
    .replace(/\D/g, '')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

function valuesOf(line: JsonObject): Map<Day, number> {
  const values = new Map<Day, number>()
  for (const field of objectsOf(line, 'fields')) {
    const value = decimal(fieldOf(field, 'value'))
    if (value !== null) values.set(dayIn(fieldOf(field, 'refdate') ?? fieldOf(field, 'ref_date')), value)
  }
  return values
}

/** The lines of an answer; `null` when none has a number. */
export function performanceLinesOf(answer: JsonObject): PerformanceLine[] | null {
  const data = fieldOf(answer, 'data')
  const body = isObject(data) ? fieldOf(data, 'body') : undefined
  if (!isObject(body)) return null
  const lines = objectsOf(body, 'tables').flatMap(table =>
    objectsOf(table, 'lines').map((line, index) => {
      const id = String(fieldOf(table, 'id') ?? '')
      return { id, name: String(fieldOf(table, 'zh') ?? id), line: index, values: valuesOf(line) }
    }),
  )
  return lines.some(line => line.values.size > 0) ? lines : null
}
