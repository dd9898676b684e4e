import type { Context } from 'hono'
import { COLLECT_PATH } from '../src/contract/collect.ts'
import { API_BASE } from '../src/contract/endpoints.ts'
import { ProblemError } from './errors.ts'
import { Admission } from './http/admission.ts'
import { collectDoor } from './http/collect.ts'
import type { HttpDeps } from './http/deps.ts'
import { ServedApp } from './http/door.ts'
import { Exchange } from './http/exchange.ts'
import { securityHeaders } from './http/headers.ts'
import { addressCounters } from './http/limits.ts'
import { openApiOf } from './http/openapi.ts'
import { operationPages } from './http/operation.ts'
import { readDoor } from './http/read-door.ts'
import type { Route } from './http/route.ts'
import { accessRoutes } from './http/routes/access.ts'
import { appRoutes } from './http/routes/apps.ts'
import { collectorRoutes } from './http/routes/collector.ts'
import { demoRoutes } from './http/routes/demo.ts'
import { handoffRoutes } from './http/routes/handoffs.ts'
import { invitationRoutes } from './http/routes/invitations.ts'
import { meRoutes } from './http/routes/me.ts'
import { noticeRoutes } from './http/routes/notices.ts'
import { pageRoutes } from './http/routes/pages.ts'
import { reportRoutes } from './http/routes/reports.ts'
import { sessionRoutes } from './http/routes/session.ts'
import { sendProblem } from './http/send-problem.ts'
import { serve } from './http/serve.ts'
import { webApp } from './http/web-app.ts'
import { wechatPush } from './http/wechat-push.ts'

export const VERSION = '0.1.0'

/** Every route that there is. */
export const routesOf = (demo: boolean): Route[] => [
  ...sessionRoutes,
  ...(demo ? demoRoutes : []),
  ...handoffRoutes,
  ...meRoutes,
  ...noticeRoutes,
  ...appRoutes,
  ...accessRoutes,
  ...invitationRoutes,
  ...collectorRoutes,
  ...reportRoutes,
  ...pageRoutes,
]

/** The server as one function from request to response. */
export function createApp(deps: HttpDeps): ServedApp {
  const app = new ServedApp()
  const headers = securityHeaders(deps.settings.publicUrl)
  const serving = { deps, headers, admission: new Admission(), counterOf: addressCounters(deps.random) }
  const routes = routesOf(deps.demo !== null)
  const collect = collectDoor(serving)
  app.open(collect)
  app.all(COLLECT_PATH, collect.answer)
  app.open(readDoor(routes, serving))
  for (const route of routes) {
    const served = serve(route, serving)
    app.on(route.method, API_BASE + route.path, context => {
      const { req } = context
      return served({ source: context, path: req.param() as Record<string, string>, url: req.url, request: req.raw })
    })
  }

  const page = (answer: (context: Context, exchange: Exchange) => Promise<Response>) => async (context: Context) => {
    const exchange = new Exchange(context, deps.random.uuid(), deps.settings.trustProxy)
    return answer(context, exchange).catch(error => sendProblem(error, exchange, serving, { route: 'page' }).response)
  }
  const operation = operationPages(serving, openApiOf(routes, VERSION))
  for (const [path, answer] of Object.entries(operation)) app.get(path, page(answer))
  const push = page(async ({ req }, exchange) => {
    const answer = await wechatPush(serving, req.raw)
    return new Response(answer, {
      headers: { ...headers.data, 'content-type': 'text/plain; charset=utf-8', 'x-request-id': exchange.requestId },
    })
  })
  app.on(['GET', 'POST'], '/wechat/push', push)
  const web = webApp(serving)
  app.notFound(
    page(async (context, exchange) => {
      const { method, path } = context.req
      if ((method !== 'GET' && method !== 'HEAD') || path === '/api' || path.startsWith('/api/'))
        throw new ProblemError('not_found')
      return web(context.req.url, exchange)
    }),
  )
  return app
}
