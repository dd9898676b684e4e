import { stringify } from 'csv-stringify/sync'
import type { ReportTable } from '../domain/tables/table.ts'

/** A spreadsheet takes a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const cell = (value: string | number | null): string | number => {
  if (value === null) return ''
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value
}

/** CSV as spreadsheets open it: UTF-8 with BOM, CRLF, texts never formulas, numbers plain, missing empty. */
export function encodeCsv({ definitions, columns, rows }: ReportTable): Buffer {
  const lines = [[definitions.join(' ')], columns, ...rows].map(line => line.map(cell))
  return Buffer.from(
    stringify(lines, { bom: true, quoted_match: /[\r\n]/, record_delimiter: 'windows', cast: { number: String } }),
  )
}
