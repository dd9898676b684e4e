import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { onCore } from './cores.ts'

const run = promisify(execFile)
const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon')

export interface Load {
  url: string
  headers: Record<string, string>
  /** Answers of any other status make the measurement void. */
  status: number
  seconds: number
}

/** Requests a second that a server answers to ten connections, asked from a core of the client's own. @throws on any other answer */
export async function requestsPerSecond({ url, headers, status, seconds }: Load): Promise<number> {
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
  const { stdout } = await run(file, args, { maxBuffer: 1 << 24 })
  const report = JSON.parse(stdout) as {
    requests: { average: number }
    errors: number
    statusCodeStats: Record<string, { count: number }>
  }
  const seen = Object.keys(report.statusCodeStats)
  if (report.errors > 0 || seen.some(code => code !== String(status)))
    throw new Error(`expected ${status} from ${url}, got ${seen.join(', ')} and ${report.errors} errors`)
  return report.requests.average
}
