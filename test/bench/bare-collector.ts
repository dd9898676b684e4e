import { open } from 'node:fs/promises'
import http from 'node:http'

/**
 * The least that takes events for good: parses the body, appends it to a file, answers after an fdatasync that everybody
 * who came meanwhile shares. Run as `bare-collector.ts <port> <file>`.
 */
const [port = '0', file = ''] = process.argv.slice(2)
const journal = await open(file, 'a')
let waiting: { line: string; done(): void }[] = []
let isWriting = false

async function write(): Promise<void> {
  isWriting = true
  while (waiting.length > 0) {
    const group = waiting
    waiting = []
    await journal.write(group.map(({ line }) => line).join(''))
    await journal.datasync()
    for (const { done } of group) done()
  }
  isWriting = false
}

http
  .createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const { events } = JSON.parse(Buffer.concat(chunks).toString()) as { events: unknown[] }
      const done = () => {
        const answer = JSON.stringify({ accepted: events.length, duplicate: false, rejected: [] })
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
        response.end(answer)
      }
      waiting.push({ line: `${JSON.stringify(events)}\n`, done })
      if (!isWriting) void write()
    })
  })
  .listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))
