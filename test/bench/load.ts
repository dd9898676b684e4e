import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { onCore } from './cores.ts'

const run = promisify(execFile)

interface Side {
  url: string
  /** The server's process. */
  pid: number
}

/** One question to two servers. */
export interface Comparison {
  sides: { ours: Side; bare: Side }
  headers: Record<string, string>
  /** Any other answer makes the measurement void. */
  status: number
}

/** What a request took, µs. Wall time also holds what the neighbours of a machine take. */
export interface Spent {
  wallMicros: number
  /** Processor time of the server. */
  cpuMicros: number
}

/** Asks both servers by turns, from a core of the client's own. @throws on any other answer */
export async function compareServers(comparison: Comparison): Promise<{ ours: Spent; bare: Spent }[]> {
  const asker = [process.execPath, '--import', 'tsx', 'test/bench/asker.ts', JSON.stringify(comparison)]
  const [file = '', ...args] = [...onCore(1), ...asker]
  const { stdout } = await run(file, args, { maxBuffer: 1 << 24 })
  return JSON.parse(stdout)
}
