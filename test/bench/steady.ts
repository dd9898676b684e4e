import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Ask } from '../support/whole-server.ts'

const PATIENCE_MS = 60_000

/** Asks until the answer no longer depends on a call under way; before 15:00 yesterday stays provisional, which is as steady. */
export async function untilFinal(ask: Ask, route: string): Promise<Answer> {
  return until(
    () => ask('GET', route),
    answer => answer.status === 200 && ['final', 'provisional'].includes(answer.json.freshness.state),
    `${route} to be answered in full`,
  )
}

/** Waits until the days before the binding are in the archive. */
export async function untilFilled(ask: Ask, appid: string): Promise<void> {
  await until(
    () => ask('GET', `/apps/${appid}/status`),
    ({ json }) => json.backfill.total > 0 && json.backfill.done === json.backfill.total,
    `the backfill of ${appid}`,
  )
}

async function until(ask: () => Promise<Answer>, isDone: (answer: Answer) => boolean, what: string): Promise<Answer> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (isDone(answer)) return answer
    if (performance.now() > deadline)
      throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}; last answer: ${answer.text.slice(0, 400)}`)
    await sleep(200)
  }
}
