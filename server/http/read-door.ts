import { RegExpRouter } from 'hono/router/reg-exp-router'
import { API_BASE } from '../../src/contract/endpoints.ts'
import type { Door } from './door.ts'
import type { Route } from './route.ts'
import { type ServedRoute, serve } from './serve.ts'
import type { Serving } from './serving.ts'

/** Of a path and a query that read the same whoever parses them: nothing escaped in the path, no host with more in it. */
const PLAIN_TARGET = /^[\w/-]+(?:\?[\w=&%.,:+~-]*)?$/
const PLAIN_HOST = /^[\w.-]+(?::\d+)?$/

/**
 * Reads of the API over a socket, straight to their route: the framework's request, context and response cost a third of a
 * warm read. Whatever is not plain takes the framework's way, which is the same from `serve` on.
 */
export function readDoor(routes: readonly Route[], serving: Serving): Door {
  const reads = routes.filter(({ method }) => method === 'GET')
  const router = new RegExpRouter<ServedRoute>()
  for (const route of reads) router.add('GET', API_BASE + route.path, serve(route, serving))
  return {
    questions: reads.map(({ question }) => question),
    enter(incoming, outgoing) {
      const { method, url = '', headers } = incoming
      if (method !== 'GET' || !url.startsWith(API_BASE)) return null
      if (!PLAIN_TARGET.test(url) || !PLAIN_HOST.test(headers.host ?? '')) return null
      const mark = url.indexOf('?')
      const [handlers, stash] = router.match('GET', mark < 0 ? url : url.slice(0, mark))
      const [handler] = handlers
      if (!handler) return null
      const [run, places] = handler
      const path: Record<string, string> = {}
      for (const name in places) path[name] = textOf(places[name], stash)
      return run({ source: { env: { incoming, outgoing }, req: noHeaders }, path, url, request: null })
    },
  }
}

/** A part of a path: the router tells where it stands among what the expression caught, or the part itself. */
const textOf = (place: string | number | undefined, stash: readonly string[] | undefined): string =>
  typeof place === 'number' ? (stash?.[place] ?? '') : (place ?? '')

/** They are read from Node's own request. */
const noHeaders = { header: () => undefined }
