import type { CollectDesk } from './desk.ts'

type Erasing = Pick<CollectDesk, 'events' | 'erasures'>

/** Erases what an unbinding that broke off has left of an app, before it is bound again. */
export async function finishErasure({ events, erasures }: Erasing, appid: string): Promise<void> {
  if (!(await erasures.isOpen(appid))) return
  await events.erase(appid)
  await erasures.finish(appid)
}

/** Goes on where unbindings broke off, as by the end of the process. */
export async function finishErasures(desk: Erasing): Promise<void> {
  for (const appid of await desk.erasures.all()) await finishErasure(desk, appid)
}
