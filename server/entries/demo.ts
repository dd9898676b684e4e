import { readConfig } from '../config.ts'
import { composeServer, localUrl } from '../deps.ts'
import { demoApp, demoApps, startSandbox } from '../sandbox/index.ts'
import { demoIds, seedApps, seedPersons } from './demo-seed.ts'
import { startTraffic } from './demo-traffic.ts'
import { fail, run } from './run.ts'

/** The demo: the server in front of an emulated WeChat, or of the upstream that WECHAT_API_BASE names. */
try {
  const config = readConfig(process.env, { demo: true })
  const sandbox = process.env.WECHAT_API_BASE ? null : await startSandbox({ apps: demoApps })
  // One app has yesterday at any hour of the night, so that a first look never meets only waiting.
  sandbox?.configure({ appid: demoApp.freshShop.appid, readyAt: '00:00' })
  const server = await composeServer({
    ...config,
    wechatApiBase: sandbox?.url ?? config.wechatApiBase,
    assistant: config.assistant ?? demoApp.assistant,
    // The screen is for the address; whoever wants every line says so.
    logLevel: process.env.LOG_LEVEL ? config.logLevel : 'warn',
  })
  await seedPersons(server.http)
  if (sandbox) {
    await seedApps(server.http)
    // The data folder remembers its first days: a later start must not move the day on which the young app opened.
    const young = await server.http.apps.find(demoApp.cafe.appid)
    if (young) sandbox.configure({ appid: young.appid, youngSince: young.boundAt })
  }
  const { port } = await run(config, server, { ...server.http, demo: demoIds })
  if (sandbox && process.env.DEMO_TRAFFIC !== 'off') {
    const crowd = await startTraffic(server.http, localUrl({ host: config.host, port }))
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => crowd.stop())
  }
  console.log(`\n  数据助手 · Data Assistant   ${config.publicUrl ?? localUrl({ host: config.host, port })}\n`)
} catch (error) {
  fail(error)
}
