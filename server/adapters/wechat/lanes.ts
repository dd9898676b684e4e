import PQueue from 'p-queue'
import { UpstreamError } from '../../domain/upstream.ts'
import type { WeChatMetrics } from '../../ports/telemetry.ts'
import type { Lane } from '../../ports/wechat.ts'

const MAX_CALLS = 5
const MAX_BACKFILL_CALLS = 3

/** What is waiting or running for one app. */
interface AppLanes {
  calls: PQueue
  /** Lets at most three backfill calls through to `calls`, where readers overtake them. */
  backfill: PQueue
  waiting: Record<Lane, number>
  running: number
}

const openLanes = (): AppLanes => ({
  calls: new PQueue({ concurrency: MAX_CALLS }),
  backfill: new PQueue({ concurrency: MAX_BACKFILL_CALLS }),
  waiting: { reader: 0, backfill: 0 },
  running: 0,
})

export interface LanesOptions {
  metrics: Pick<WeChatMetrics, 'queue'>
  /** Calls that may wait in one lane of one app. */
  maxWaiting: number
  /** Once aborted, nothing starts any more. */
  closing: AbortSignal
}

/** At most five calls at a time for an app, at most three of them backfill, readers first. */
export interface Lanes {
  /** @throws UpstreamError when the lane is full, besides what `job` throws */
  run<Result>(appid: string, lane: Lane, job: () => Promise<Result>): Promise<Result>
  /** Apps with a call that waits or runs. */
  size(): number
  /** Settles when nothing waits and nothing runs. */
  idle(): Promise<void>
}

export function createLanes({ metrics, maxWaiting, closing }: LanesOptions): Lanes {
  const apps = new Map<string, AppLanes>()
  let waiting = 0

  const count = (lanes: AppLanes, lane: Lane, change: 1 | -1) => {
    lanes.waiting[lane] += change
    waiting += change
    metrics.queue(waiting)
  }

  return {
    async run(appid, lane, job) {
      const lanes = apps.get(appid) ?? openLanes()
      apps.set(appid, lanes)
      if (lanes.waiting[lane] >= maxWaiting) {
        throw new UpstreamError('failed', `busy: ${maxWaiting} calls wait for ${appid} already`)
      }
      count(lanes, lane, 1)
      const start = async () => {
        count(lanes, lane, -1)
        lanes.running += 1
        try {
          if (closing.aborted) throw new UpstreamError('failed', 'shutting down')
          return await job()
        } finally {
          lanes.running -= 1
          if (lanes.running + lanes.waiting.reader + lanes.waiting.backfill === 0) apps.delete(appid)
        }
      }
      const enter = () => lanes.calls.add(start, { priority: lane === 'reader' ? 1 : 0 })
      return lane === 'reader' ? enter() : lanes.backfill.add(enter)
    },
    size: () => apps.size,
    async idle() {
      await Promise.all([...apps.values()].flatMap(lanes => [lanes.calls.onIdle(), lanes.backfill.onIdle()]))
    },
  }
}
