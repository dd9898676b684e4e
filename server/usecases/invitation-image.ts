import { hashOf } from '../domain/credentials.ts'
import { ProblemError } from '../errors.ts'
import type { Invitations } from '../ports/access.ts'
import type { Assistant } from '../ports/assistant.ts'
import { INVITATION_PAGE, refusedCard } from './invitations.ts'

/** Pictures kept: a code lives for a day, and who shows one shows it again. */
const MAX_IMAGES = 200

type Image = NonNullable<Awaited<ReturnType<Assistant['codeImage']>>>

/** Mini program codes of cards, asked for once. */
export interface InvitationImages {
  /** @throws ProblemError `not_found` for another app's card, `gone`, or `upstream_failed` */
  read(appid: string, code: string, now: number): Promise<Image>
}

export function createInvitationImages(deps: { invitations: Invitations; assistant: Assistant }): InvitationImages {
  const { invitations, assistant } = deps
  // by the hash: what is in memory for long need not be a key
  const images = new Map<string, Promise<Image | null>>()

  function ask(key: string, scene: string): Promise<Image | null> {
    const asked = assistant.codeImage({ scene, page: INVITATION_PAGE })
    images.set(key, asked)
    for (const oldest of images.keys()) {
      if (images.size <= MAX_IMAGES) break
      images.delete(oldest)
    }
    const forget = () => void images.delete(key)
    asked.then(image => image ?? forget(), forget)
    return asked
  }

  return {
    async read(appid, code, now) {
      const key = hashOf(code)
      const card = await invitations.find(key, now)
      if (typeof card === 'string') throw refusedCard(card)
      if (card.appid !== appid) throw new ProblemError('not_found')
      const image = await (images.get(key) ?? ask(key, code))
      if (!image) throw new ProblemError('upstream_failed', { detail: 'codeImageFailed' })
      return image
    },
  }
}
