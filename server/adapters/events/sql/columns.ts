import type { AppendedTable, SqlValue } from './values.ts'

/** A 64-bit integer in two halves, each 32 bits without a sign. */
export interface Long {
  low: number
  high: number
}

const HALF = 2 ** 32

/**
 * Values of one column, whose number is known beforehand. Integers lie as a database lays them out, so that a million of
 * them are no million objects.
 */
export class Column {
  readonly length: number
  readonly type: AppendedTable['columns'][number]['type']
  /** Integers, one word each; of bigints two, the lower half first. */
  readonly words: Int32Array<ArrayBuffer>
  readonly texts: (string | null)[]
  /** A bit for each row that holds something, in bytes to a multiple of eight; `null`: all do. */
  valid: Uint8Array<ArrayBuffer> | null = null

  constructor(type: Column['type'], length: number) {
    this.type = type
    this.length = length
    this.words = new Int32Array(type === 'varchar' ? 0 : type === 'bigint' ? length * 2 : length)
    this.texts = type === 'varchar' ? new Array<string | null>(length).fill(null) : []
  }

  set(row: number, value: SqlValue): void {
    if (value === null) this.#setNull(row)
    else if (typeof value === 'number') this.setNumber(row, value)
    else if (typeof value === 'string') this.texts[row] = value
    else this.setLong(row, { low: Number(value & 0xffffffffn), high: Number(value >> 32n) })
  }

  /** @param value an integer that a `number` holds exactly */
  setNumber(row: number, value: number): void {
    if (this.type === 'integer') this.words[row] = value
    else {
      const high = Math.floor(value / HALF)
      this.words[row * 2] = value - high * HALF
      this.words[row * 2 + 1] = high
    }
  }

  setLong(row: number, { low, high }: Long): void {
    this.words[row * 2] = low
    this.words[row * 2 + 1] = high
  }

  /** What stands in a row; of a bigint column always a bigint. */
  at(row: number): SqlValue {
    if (this.valid && ((this.valid[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return null
    if (this.type === 'varchar') return this.texts[row] ?? null
    if (this.type === 'integer') return this.words[row] ?? null
    const low = (this.words[row * 2] ?? 0) >>> 0
    return (BigInt(this.words[row * 2 + 1] ?? 0) << 32n) | BigInt(low)
  }

  #setNull(row: number): void {
    if (this.type === 'varchar') this.texts[row] = null
    this.valid ??= new Uint8Array(Math.ceil(this.length / 64) * 8).fill(255)
    this.valid[row >> 3] = (this.valid[row >> 3] ?? 0) & ~(1 << (row & 7))
  }
}

/** Empty columns of a table. */
export const columnsFor = (table: AppendedTable, length: number): Column[] =>
  table.columns.map(({ type }) => new Column(type, length))

/** Turns rows into the columns of a table. */
export function columnsOf(table: AppendedTable, rows: readonly (readonly SqlValue[])[]): Column[] {
  const columns = columnsFor(table, rows.length)
  for (const [row, values] of rows.entries()) {
    for (const [index, column] of columns.entries()) column.set(row, values[index] ?? null)
  }
  return columns
}
