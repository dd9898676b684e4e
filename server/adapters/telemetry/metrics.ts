import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { HttpTelemetry } from '../../ports/http-telemetry.ts'
import type { WeChatMetrics } from '../../ports/telemetry.ts'

export interface Metrics extends HttpTelemetry, WeChatMetrics {
  /** A period was in the archive (`hit`) or had to be asked (`miss`). */
  archive(outcome: 'hit' | 'miss', count?: number): void
}

/** Of the event loop's delay: finer, and an idle process wakes a hundred times a second. */
const LOOP_PRECISION_MS = 500

const SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5]

/** Prometheus metrics of one process, in a registry of their own. */
export function createMetrics({ process = true }: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (process) collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_PRECISION_MS })
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Answered requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  })
  const children = new Map<string, Histogram.Internal<string>>()
  /** Looking a child up by its labels costs more than observing. */
  const requestsOf = (route: string, method: string, status: number) => {
    const key = `${method} ${route} ${status}`
    const child = children.get(key) ?? requests.labels({ route, method, status: String(status) })
    if (!children.has(key)) children.set(key, child)
    return child
  }
  const limited = new Counter({
    name: 'http_rate_limited_total',
    help: 'Requests refused for their rate',
    labelNames: ['limit'],
    registers,
  })
  const calls = new Histogram({
    name: 'wechat_call_seconds',
    help: 'Calls to WeChat, each try counted, by path and what became of them',
    labelNames: ['path', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const refreshes = new Counter({
    name: 'wechat_token_refreshes_total',
    help: 'Refreshes of access tokens by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  const retries = new Counter({
    name: 'wechat_retries_total',
    help: 'Repeated calls to WeChat by path',
    labelNames: ['path'],
    registers,
  })
  const queue = new Gauge({ name: 'wechat_queue', help: 'Calls to WeChat that wait for a lane', registers })
  const archive = new Counter({
    name: 'archive_periods_total',
    help: 'Periods that were in the archive, and that were not',
    labelNames: ['outcome'],
    registers,
  })
  return {
    served: ({ route, method, status, seconds }) => requestsOf(route, method, status).observe(seconds),
    limited: limit => limited.inc({ limit }),
    call: (path, outcome, seconds) => calls.observe({ path, outcome }, seconds),
    tokenRefresh: outcome => refreshes.inc({ outcome }),
    retry: path => retries.inc({ path }),
    queue: size => queue.set(size),
    archive: (outcome, count = 1) => archive.inc({ outcome }, count),
    exposition: () => registry.metrics(),
  }
}
