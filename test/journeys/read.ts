import type { Site } from './site.ts'

const READ_WITHIN_MS = 60_000

/** A report of the API once WeChat was asked for all of it, `sources?from=…&to=…`. @throws when that takes more than a minute */
export async function reportRead({ ask, app }: Pick<Site, 'ask' | 'app'>, path: string) {
  const deadline = performance.now() + READ_WITHIN_MS
  for (;;) {
    const { json } = await ask('GET', `/apps/${app.appid}/reports/${path}`)
    if (json?.freshness?.state && json.freshness.state !== 'pending') return json
    if (performance.now() > deadline) throw new Error(`no ${path} in a minute: ${JSON.stringify(json)}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
