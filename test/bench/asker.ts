import { Connection } from './connection.ts'
import { cpuSeconds } from './cpu-time.ts'
import type { Comparison, Spent } from './load.ts'

/**
 * Asks two servers by turns, a few milliseconds each, so that what the neighbours of a machine take falls on both alike.
 * Run as `asker.ts <comparison as JSON>`; writes what each turn took.
 */
const CONNECTIONS = 10
const REQUESTS_A_TURN = 1_000
const WARM_UP_TURNS = 20
const TURNS = 60

const { sides, headers, status } = JSON.parse(process.argv[2] ?? '') as Comparison

async function open(url: string) {
  return Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(url, headers, status)))
}

async function turn(connections: readonly Connection[], pid: number): Promise<Spent> {
  const cpu = cpuSeconds(pid)
  const began = performance.now()
  let left = REQUESTS_A_TURN
  const askOn = async (connection: Connection) => {
    while (left-- > 0) await connection.ask()
  }
  await Promise.all(connections.map(askOn))
  return {
    wallMicros: ((performance.now() - began) * 1e3) / REQUESTS_A_TURN,
    cpuMicros: ((cpuSeconds(pid) - cpu) * 1e6) / REQUESTS_A_TURN,
  }
}

let isOver = false
/** A core that sleeps between answers is woken by whoever answers, at a price that a quick server need not pay. */
const stayAwake = () => {
  if (!isOver) setImmediate(stayAwake)
}
stayAwake()

const ours = { pid: sides.ours.pid, connections: await open(sides.ours.url) }
const bare = { pid: sides.bare.pid, connections: await open(sides.bare.url) }
const turns: { ours: Spent; bare: Spent }[] = []
for (let count = 0; count < WARM_UP_TURNS + TURNS; count++) {
  // who comes first changes, so that neither profits from what the other leaves behind
  const first = count % 2 === 0 ? await turn(ours.connections, ours.pid) : null
  const between = await turn(bare.connections, bare.pid)
  const pair = { ours: first ?? (await turn(ours.connections, ours.pid)), bare: between }
  if (count >= WARM_UP_TURNS) turns.push(pair)
}
isOver = true
for (const connection of [...ours.connections, ...bare.connections]) connection.close()
process.stdout.write(JSON.stringify(turns))
