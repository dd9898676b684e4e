import { DuckDBInstance } from '@duckdb/node-api'
import type { EventDatabase, EventSql } from '../sql/database.ts'
import { upgrade } from '../sql/steps.ts'
import { oneAtATime } from '../turns.ts'
import { duckdbSql } from './connection.ts'

const READERS = 2

export interface DuckdbOptions {
  /** A file, made when it is not there; `:memory:` in tests. */
  file: string
  memoryLimitMb: number
  threads: number
}

/** Opens or makes the store. DuckDB itself refuses a second process. */
export async function openDuckdb({ file, memoryLimitMb, threads }: DuckdbOptions): Promise<EventDatabase> {
  const instance = await DuckDBInstance.create(file, {
    memory_limit: `${memoryLimitMb}MB`,
    threads: String(threads),
    preserve_insertion_order: 'true',
    checkpoint_threshold: '64MB',
  })
  try {
    return await databaseOf(instance)
  } catch (error) {
    // else this process would stand in its own way when it tries again
    instance.closeSync()
    throw error
  }
}

async function databaseOf(instance: DuckDBInstance): Promise<EventDatabase> {
  const connect = async () => duckdbSql(await instance.connect())
  const [writer, counter, dayCounter, ...readers] = await Promise.all(Array.from({ length: READERS + 3 }, connect))
  if (!writer || !counter || !dayCounter) throw new Error('DuckDB gave no connection')
  await inTransaction(writer, prepareSchema)
  const write = oneAtATime(work => inTransaction(writer, work))
  const count = oneAtATime(work => inTransaction(counter, work))
  const countDays = oneAtATime(work => inTransaction(dayCounter, work))
  const reads = readers.map(reader => oneAtATime(work => work(reader)))
  let turn = 0
  return {
    write,
    count,
    countDays,
    read: work => {
      turn = (turn + 1) % reads.length
      const read = reads[turn]
      if (!read) throw new Error('DuckDB has no reader')
      return read(work)
    },
    async close() {
      const idle = async () => {}
      await Promise.all([write(idle), count(idle), countDays(idle), ...reads.map(read => read(idle))])
      await writer.run('checkpoint')
      instance.closeSync()
    },
  }
}

/** All of it or nothing: whoever is killed in the middle leaves an empty file. */
async function prepareSchema(sql: EventSql) {
  const made = await sql.rows("select 1 from information_schema.tables where table_name = 'events'")
  if (made.length === 0) await sql.run('create macro int_div(a, b) as a // b')
  await upgrade(sql, made.length > 0)
}

async function inTransaction<T>(sql: EventSql, work: (sql: EventSql) => Promise<T>): Promise<T> {
  await sql.run('begin transaction')
  try {
    const answer = await work(sql)
    await sql.run('commit')
    return answer
  } catch (error) {
    await sql.run('rollback').catch(() => {})
    throw error
  }
}
