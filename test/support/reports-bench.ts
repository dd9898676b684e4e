import type { DatacubeQuestion } from '../../server/ports/wechat.ts'
import { createReports } from '../../server/usecases/reports.ts'
import { archiveBench } from './archive-bench.ts'
import type { Said } from './fakes/datacube.ts'
import { FakeEvents } from './fakes/events/index.ts'

/** The reports over fakes, at an instant of Shanghai, with WeChat by a script. */
export function reportsBench(script: (question: DatacubeQuestion) => Said | undefined, now = '2026-07-15 16:00') {
  const built = archiveBench(now)
  built.datacube.script = script
  const asked = () => built.datacube.asked.map(({ report, from, to }) => `${report} ${from} ${to}`)
  const events = new FakeEvents(built.clock)
  const bench = { ...built, events: { counts: events, lag: events.lag } }
  return { ...bench, store: events, reports: createReports(bench), asked }
}

/** Every question of these tests is about this app, answered by WeChat. */
export const ofApp = { appid: 'wxapp1', source: 'wechat' } as const
