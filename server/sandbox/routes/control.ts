import { Hono } from 'hono'
import { isFault } from '../desks/faults.ts'
import type { Platform } from '../platform.ts'
import type { CodeRequest, SandboxApp } from '../types.ts'
import { parseJson, textField } from '../wire/exchange.ts'

const done = { ok: true }

/** The levers of the emulator over HTTP. None of them exists on the real platform; all live under `/sandbox`. */
export function controlRoutes(platform: Platform): Hono {
  const app = new Hono()
  const bodyOf = async (request: Request): Promise<Record<string, unknown> | null> => {
    const json = parseJson(await request.text())
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null
  }

  app.post('/sandbox/codes', async ({ req, json }) => {
    const body = (await bodyOf(req.raw)) ?? {}
    const request: CodeRequest = {}
    for (const name of ['appid', 'openid', 'unionid', 'person'] as const) {
      const value = textField(body, name)
      if (value !== null) request[name] = value
    }
    return json({ code: platform.codes.mint(request, platform.now()) })
  })

  app.get('/sandbox/faults', ({ json }) => json({ faults: platform.faults.list() }))
  app.post('/sandbox/faults', async ({ req, json }) => {
    const fault = await bodyOf(req.raw)
    if (!isFault(fault)) return json({ error: 'unknown kind of fault' }, 400)
    platform.faults.add(fault)
    return json(done)
  })
  app.delete('/sandbox/faults', ({ json }) => {
    platform.faults.clear()
    return json(done)
  })

  app.get('/sandbox/apps', ({ json }) =>
    json({ apps: [...platform.apps.values()].map(({ appid, name, kind }) => ({ appid, name, kind })) }),
  )
  app.post('/sandbox/apps', async ({ req, json }) => {
    const body = await bodyOf(req.raw)
    const appid = textField(body, 'appid')
    if (body === null || appid === null) return json({ error: 'appid is missing' }, 400)
    platform.configure({ ...(body as Partial<SandboxApp>), appid })
    return json(done)
  })

  app.get('/sandbox/calls', ({ json }) => json({ calls: platform.calls }))
  app.delete('/sandbox/calls', ({ json }) => {
    platform.forget()
    return json(done)
  })

  app.post('/sandbox/clock', async ({ req, json }) => {
    const now = (await bodyOf(req.raw))?.now
    if (typeof now !== 'number' && now !== null) return json({ error: 'now is epoch ms, or null to let it run' }, 400)
    platform.stopClock(now)
    return json(done)
  })
  return app
}
