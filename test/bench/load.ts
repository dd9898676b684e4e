import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { onCore } from './cores.ts'
import { cpuSeconds } from './cpu-time.ts'

const run = promisify(execFile)
const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon')

export interface Load {
  url: string
  /** The server's process. */
  pid: number
  headers: Record<string, string>
  /** Answers of any other status make the measurement void. */
  status: number
  seconds: number
}

export interface Rate {
  requestsPerSecond: number
  /** Processor time of the server for one request, µs; wall time also holds what the neighbours of a machine take. */
  cpuMicros: number
}

/** What a server does for ten connections, asked from a core of the client's own. @throws on any other answer */
export async function rateOf({ url, pid, headers, status, seconds }: Load): Promise<Rate> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const command = [
    ...onCore(1),
    process.execPath,
    AUTOCANNON,
    '--json',
    '-c',
    '10',
    '-d',
    String(seconds),
    ...asked,
    url,
  ]
  const [file = '', ...args] = command
  const before = await cpuSeconds(pid)
  const { stdout } = await run(file, args, { maxBuffer: 1 << 24 })
  const spent = (await cpuSeconds(pid)) - before
  const report = JSON.parse(stdout) as {
    requests: { average: number; total: number }
    errors: number
    statusCodeStats: Record<string, { count: number }>
  }
  const seen = Object.keys(report.statusCodeStats)
  if (report.errors > 0 || seen.some(code => code !== String(status)))
    throw new Error(`expected ${status} from ${url}, got ${seen.join(', ')} and ${report.errors} errors`)
  return { requestsPerSecond: report.requests.average, cpuMicros: (spent * 1e6) / report.requests.total }
}
