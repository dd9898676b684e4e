import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { ensureSession } from '../../api'
import { sessionStore } from '../../api/session'
import { reLaunch } from '../../platform/navigation'
import { SIGN_IN } from './destination'

/** The page on screen with its parameters, so that a sign-in can come back to it. */
function here(): string {
  const page = Taro.getCurrentInstance().router
  const path = page?.path.split('?')[0] ?? '/pages/apps/index'
  const params = Object.entries(page?.params ?? {})
    .filter(([key, value]) => value !== undefined && !key.startsWith('$') && key !== 'stamp')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
  return (path.startsWith('/') ? path : `/${path}`) + (params.length > 0 ? `?${params.join('&')}` : '')
}

/** Whether somebody is signed in. Where WeChat can, it signs in by itself; else the sign-in page opens and comes back here. */
export function useSignedIn(): boolean {
  const isSignedIn = useStore(sessionStore, state => state.signedIn !== null)
  useEffect(() => {
    if (isSignedIn) return
    void ensureSession().then(done => {
      const next = here()
      if (!done && !next.startsWith(SIGN_IN)) reLaunch(`${SIGN_IN}?next=${encodeURIComponent(next)}`)
    })
  }, [isSignedIn])
  return isSignedIn
}
