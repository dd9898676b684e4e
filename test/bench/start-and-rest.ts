import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer, temporaryFolder } from '../support/server-process.ts'
import { newMasterKey, productionSettings, startSampleSandbox } from '../support/whole-server.ts'
import { type Figure, figure, median, seconds } from './table.ts'

const STARTS = 3
const IDLE_MS = 10_000
const MB = 1024 * 1024

/** `npm start` when everything is installed and built, until the first answer of the API. */
export async function secondStart(): Promise<Figure[]> {
  const data = await temporaryFolder()
  try {
    const first = await start(data.folder, 47_311)
    const again: number[] = []
    for (let round = 0; round < STARTS; round++) again.push(await start(data.folder, 47_312 + round))
    const detail = `median of ${STARTS}; the first one with this data took ${seconds(first)}`
    return [
      figure('second `npm start` to the first answered request', median(again), { atMost: 5000 }, seconds, detail),
    ]
  } finally {
    await data.remove()
  }
}

async function start(dataDir: string, port: number): Promise<number> {
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm, 'start']] : ['npm', ['start']]
  const began = performance.now()
  const child = spawn(command, args, {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: '' },
    stdio: 'ignore',
    detached: true,
  })
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session/methods`).catch(() => null)
      if (answer?.ok) return performance.now() - began
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
      await sleep(20)
    }
  } finally {
    const ended = once(child, 'exit')
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
    await ended
    await untilSilent(port)
  }
}

/** npm may leave before the server has closed its data folder. */
async function untilSilent(port: number) {
  while (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)) await sleep(20)
  await sleep(500)
}

/** Resident memory of production's server after ten seconds without a request; Linux only. */
export async function memoryAtRest(): Promise<Figure[]> {
  const data = await temporaryFolder()
  const sandbox = await startSampleSandbox([])
  const server = await startServer({
    entry: 'node',
    dataDir: data.folder,
    env: productionSettings(sandbox, newMasterKey()),
  })
  try {
    await sleep(IDLE_MS)
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '')
    const resident = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024
    return [
      figure(
        'server memory at rest',
        resident / MB,
        { atMost: 280 },
        value => `${value.toFixed(0)} MB`,
        `VmRSS after ${IDLE_MS / 1000} s`,
      ),
    ]
  } finally {
    await server.stop()
    await sandbox.close()
    await data.remove()
  }
}
