import { describe, expect, it } from 'vitest'
import { forbiddenArrows, impureImports } from './arrows.ts'
import { importsOf, readSources } from './sources.ts'

const tree = importsOf(readSources('src', 'server', 'sdk'))
const madeUp = (file: string, text: string) => importsOf(new Map([[file, text]]))

describe('the arrows of the tree', () => {
  it('has something to read', () => {
    expect(tree.length).toBeGreaterThan(20)
  })

  it('points down only', () => {
    expect(forbiddenArrows(tree)).toEqual([])
  })

  it('keeps the computing rooms free of frameworks', () => {
    expect(impureImports(tree)).toEqual([])
  })

  it.each([
    ['src/ui/card.tsx', `import { x } from '@/features/overview/model'`],
    ['src/api/query.ts', `import { x } from '../ui/card'`],
    ['src/charts/line.tsx', `export { x } from '@/api/query'`],
    ['src/platform/storage.h5.ts', `const x = import('@/api/query')`],
    ['src/lib/periods.ts', `import type { X } from '../platform/storage'`],
    ['src/contract/apps.ts', `import { x } from '@/lib/periods'`],
    ['src/pages/apps/index.tsx', `import { x } from '../../../server/errors'`],
    ['server/domain/days.ts', `import { x } from '../ports/clock.ts'`],
    ['server/ports/clock.ts', `import { x } from '../adapters/log.ts'`],
    ['server/usecases/bind-app.ts', `import { x } from '../adapters/wechat/http.ts'`],
    ['server/usecases/bind-app.ts', `import { x } from '../http/session.ts'`],
    ['server/usecases/bind-app.ts', `import { x } from '../../src/lib/periods.ts'`],
    ['server/http/routes/apps.ts', `import { x } from '../../config.ts'`],
    ['server/app.ts', `import { x } from './adapters/db/open.ts'`],
    ['server/adapters/wechat/http.ts', `import { x } from '../../sandbox/wire/rid.ts'`],
    ['server/adapters/wechat/http.ts', `import { x } from '../../usecases/bind-app.ts'`],
    ['server/sandbox/desk.ts', `import { x } from '../adapters/wechat/errcodes.ts'`],
    ['server/sandbox/desk.ts', `import { x } from '../domain/days.ts'`],
    ['sdk/queue.ts', `import { x } from '../src/contract/collect.ts'`],
    ['sdk/queue.ts', `import type { X } from '../server/ports/events.ts'`],
    ['src/features/overview/card.tsx', `import { x } from '../../../sdk/index.ts'`],
    ['server/entries/node.ts', `import { x } from '../sandbox/server.ts'`],
    ['server/entries/node.ts', `type X = import('../../src/lib/periods.ts').X`],
  ])('refuses that %s says: %s', (file, text) => {
    expect(forbiddenArrows(madeUp(file, text))).toHaveLength(1)
  })

  it.each([
    ['src/features/overview/card.tsx', `import { x } from '@/ui/card'`],
    ['src/reports/overview/index.tsx', `import { x } from '@/features/overview/card'`],
    ['server/entries/demo.ts', `import { x } from '../sandbox/server.ts'`],
    ['server/adapters/db/open.ts', `import { x } from '../../ports/archive.ts'`],
  ])('lets %s say: %s', (file, text) => {
    expect(forbiddenArrows(madeUp(file, text))).toEqual([])
  })

  it.each([
    ['src/lib/periods.ts', `import Taro from '@tarojs/taro'`],
    ['src/contract/apps.ts', `import { z } from 'zod'`],
    ['server/domain/days.ts', `import { Hono } from 'hono'`],
    ['sdk/queue.ts', `import dayjs from 'dayjs'`],
  ])('refuses a framework in a computing room: %s', (file, text) => {
    expect(impureImports(madeUp(file, text))).toHaveLength(1)
  })
})
