import { readFileSync } from 'node:fs'
import http from 'node:http'

/**
 * The least that Node can do: the same status, headers and bytes for every request, without looking at it.
 * Run as `bare-server.ts <port> <file>`; the file holds the recorded answers, `{"200": {headers, body}, "304": {headers}}`.
 */
interface Recorded {
  headers: Record<string, string>
  body?: string
}

const [port = '0', file = ''] = process.argv.slice(2)
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<'200' | '304', Recorded>
const body = Buffer.from(recorded['200'].body ?? '')

http
  .createServer((request, response) => {
    const isKnown = request.headers['if-none-match'] !== undefined
    response.writeHead(isKnown ? 304 : 200, recorded[isKnown ? '304' : '200'].headers)
    response.end(isKnown ? undefined : body)
  })
  .listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))
