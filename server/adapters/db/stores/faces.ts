import type { PersonFace } from '../../../ports/access.ts'

/** What is selected of `people` to show somebody. */
export const faceColumns = ['people.id', 'people.nickname', 'people.avatar_url', 'people.handle'] as const

export const toFace = (row: {
  id: string
  nickname: string
  avatar_url: string | null
  handle: string | null
}): PersonFace => ({ id: row.id, nickname: row.nickname, avatarUrl: row.avatar_url, handle: row.handle })
