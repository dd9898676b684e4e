import { wechatLoginCode } from '../platform/login'
import { request } from '../platform/request'
import { getItem, removeItem, setItem } from '../platform/storage'
import { type Call, createClient } from './client'
import { createLastViews } from './last-views'
import { dropSession, isOut, keepSession, sessionStore } from './session'
import { singleFlight } from './single-flight'

export { ApiError } from './api-error'

export const lastViews = createLastViews({ getItem, setItem, removeItem })

const token = () => sessionStore.getState().signedIn?.token ?? null

/** What was kept for somebody who is not signed in any more goes: that person cannot read it, and nobody else may. */
function forgetUnless(id: string | null) {
  const before = sessionStore.getState().signedIn?.user.id
  if (before !== undefined && before !== id) lastViews.forgetOwner(before)
}

/** On the phone WeChat vouches for the person, so a dead token is replaced without a word unless the person signed out; on the web a person has to act. */
async function renew(): Promise<string | null> {
  if (isOut()) return null
  const code = await wechatLoginCode()
  if (code === null) return null
  const { token: fresh, user } = await call('createSession', { body: { code } })
  forgetUnless(user.id)
  keepSession({ token: fresh, user })
  return fresh
}

/** Signs in again without a question, once for all who wait; null where a person has to act. */
export const renewToken = singleFlight(renew)

/** Every call of this device to our server. */
export const call: Call = createClient({
  request,
  token,
  renew: renewToken,
  onSignedOut: () => {
    forgetUnless(null)
    dropSession()
  },
  locale: () => sessionStore.getState().locale,
})

/** Signs in without a question where the platform can; true when somebody is signed in. */
export async function ensureSession(): Promise<boolean> {
  if (token() !== null) return true
  try {
    return (await renewToken()) !== null
  } catch {
    return false
  }
}
