import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/server-process.ts'
import { bind, openWholeServer, sampleApp, type WholeServer } from '../../support/whole-server.ts'

const app = sampleApp(1)

let whole: WholeServer
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  folder = await temporaryFolder()
  whole = await openWholeServer({ apps: [app], dataDir: folder.folder })
}, 120_000)
afterAll(async () => {
  await whole?.stop()
  await folder?.remove()
})

/** Questions about days that are over for good, each time one was answered. */
const settledDays = () => {
  const yesterday = new Date(Date.now() + (8 - 24) * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  return whole.sandbox.calls
    .filter(({ path, errcode }) => path.includes('getweanalysisappiddailyvisittrend') && errcode === 0)
    .map(({ body }) => JSON.stringify(body))
    .filter(body => !body.includes(yesterday))
}

it('an app that is bound again with its archive kept, or given another secret, is asked for no closed day again', async () => {
  const { ask } = await whole.signIn('admin')
  await bind(ask, app)
  await expect.poll(() => settledDays().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(85)
  const { status } = await ask('DELETE', `/apps/${app.appid}?keepArchive=true`)
  expect(status).toBe(204)
  await bind(ask, app)
  expect((await ask('PATCH', `/apps/${app.appid}`, { secret: app.secret })).status).toBe(200)
  const { json } = await ask('GET', `/apps/${app.appid}/reports/overview`)
  expect(json.freshness.state).not.toBe('failed')
  const asked = settledDays()
  expect(asked.length).toBe(new Set(asked).size)
})
