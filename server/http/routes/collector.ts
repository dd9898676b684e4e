import { EraseVisitor, ImportAnswer, ImportQuery } from '../../../src/contract/collect.ts'
import { Collector, WriteKeys } from '../../../src/contract/collector.ts'
import { eraseVisitor } from '../../usecases/collect/erase-visitor.ts'
import { importEvents } from '../../usecases/collect/import-events.ts'
import { readCollector, rotateWriteKey } from '../../usecases/collect/read-collector.ts'
import { route } from '../route.ts'

export const collectorRoutes = [
  route({
    endpoint: 'readCollector',
    question: 'app.administer',
    answer: Collector,
    noStore: true,
    run: ({ collect, settings: { publicUrl } }, { appid, now }) => readCollector(collect, { appid, publicUrl, now }),
  }),
  route({
    endpoint: 'rotateWriteKey',
    question: 'app.administer',
    answer: WriteKeys,
    noStore: true,
    run: ({ collect }, { appid, now }) => rotateWriteKey(collect, appid, now),
  }),
  route({
    endpoint: 'importEvents',
    question: 'app.administer',
    query: ImportQuery,
    stream: true,
    answer: ImportAnswer,
    run: ({ collect, clock, random }, { appid, query, body, stillMay }) =>
      importEvents(
        { ...collect, clock },
        { appid, importId: query.importId ?? null, name: query.importId ?? random.uuid(), stillMay },
        // a route that streams gets no other body
        body as AsyncIterable<Buffer>,
      ),
  }),
  route({
    endpoint: 'eraseVisitor',
    question: 'app.administer',
    body: EraseVisitor,
    run: ({ collect }, { appid, body }) => eraseVisitor(collect, appid, body),
  }),
]
