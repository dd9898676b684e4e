import type { Assistant } from '../ports/assistant.ts'
import type { Avatars } from '../ports/avatars.ts'
import type { Log } from '../ports/log.ts'
import type { Openids } from '../ports/people.ts'

/** Lets WeChat look at pictures after they are kept: it answers within half an hour, by a push. */
export interface PictureCheck {
  /** Asks behind the back of whoever uploads. */
  ask(personId: string, avatarUrl: string): void
  /** Takes down what did not pass. */
  hear(outcome: { trace: string; suggest: string }): Promise<void>
}

interface Deps {
  assistant: Assistant
  openids: Openids
  avatars: Avatars
  log: Pick<Log, 'info' | 'warn'>
  /** WeChat fetches the picture from there: nothing is asked where only we reach it. */
  publicUrl: string
}

export function createPictureCheck({ assistant, openids, avatars, log, publicUrl }: Deps): PictureCheck {
  async function ask(personId: string, avatarUrl: string): Promise<void> {
    const openid = publicUrl.startsWith('https:') ? await openids.of(personId) : null
    if (openid === null) return
    const trace = await assistant.checkPicture(openid, `${publicUrl}${avatarUrl}`)
    if (trace !== null) await avatars.awaitCheck(avatarUrl.split('/').at(-1) ?? '', trace)
  }

  return {
    ask: (personId, avatarUrl) =>
      void ask(personId, avatarUrl).catch(error => log.warn({ error }, 'a picture was not checked')),
    async hear({ trace, suggest }) {
      if (suggest !== 'risky') return
      if (await avatars.takeDown(trace)) log.info({}, 'a picture that WeChat calls risky was taken down')
    },
  }
}
