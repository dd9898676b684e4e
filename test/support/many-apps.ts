import { listen } from '../../server/http/listen.ts'
import type { Somebody } from './access-app.ts'
import { openTestStores } from './database.ts'
import { fullPortfolio } from './full-portfolio.ts'

/** A server without WeChat: one viewer of many apps, whose numbers are all there; and an admin with a full list of viewers. */
export interface ManyApps {
  origin: string
  viewer: { token: string; user: object }
  admin: { token: string; user: object }
  /** Of the app whose list of viewers is full. */
  appid: string
  close: () => Promise<void>
}

/**
 * @param viewers of the first app, the one viewer of all included
 * @param webRoot folder of the web app, where one is looked at
 */
export async function openManyApps(apps: number, viewers: number, webRoot = '/nowhere'): Promise<ManyApps> {
  const opened = await openTestStores()
  const { site, viewer, appids, admins } = await fullPortfolio(
    opened,
    apps,
    (app, ago) => 1000 + ((app * 37 + ago * 11) % 400),
    { webRoot },
  )
  const [appid = ''] = appids
  const [admin] = admins
  if (admin === undefined) throw new Error('there is no app')
  for (let at = 1; at < viewers; at++) await site.grant(appid, admin, await site.person(`查看者${at}`))
  const { port, stop } = await listen(site.app, { port: 0, host: '127.0.0.1' })
  const sessionOf = async (who: Somebody) => {
    const { pin: _, ...user } = await site.ask<{ pin: string }>(who, 'GET', '/me')
    return { token: who.token, user }
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    viewer: await sessionOf(viewer),
    admin: await sessionOf(admin),
    appid,
    async close() {
      await stop()
      await opened.close()
    },
  }
}
