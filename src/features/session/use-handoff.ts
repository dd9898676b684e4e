import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api'
import type { Handoff } from '../../contract/identity'
import { signInByToken } from './sign-in'

const POLL_MS = 1_000

export interface HandoffView {
  handoff: Handoff | null
  status: 'opening' | 'waiting' | 'expired' | 'failed'
  renew: () => void
}

/** Asks a phone to sign this browser in: opens a hand-off, polls once a second, and takes the token over. */
export function useHandoff(enabled: boolean, onDone: () => void): HandoffView {
  const [handoff, setHandoff] = useState<Handoff | null>(null)
  const [status, setStatus] = useState<HandoffView['status']>('opening')
  const done = useRef(onDone)
  done.current = onDone

  const renew = useCallback(() => {
    setStatus('opening')
    call('createHandoff', {}).then(
      opened => {
        setHandoff(opened)
        setStatus('waiting')
      },
      () => setStatus('failed'),
    )
  }, [])

  useEffect(() => {
    if (enabled) renew()
  }, [enabled, renew])

  useEffect(() => {
    if (handoff === null || status !== 'waiting') return
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const poll = async () => {
      const answer = await call('pollHandoff', { params: { id: handoff.id } }, { bearer: handoff.secret }).catch(
        () => null,
      )
      if (stopped) return
      if (answer?.status === 'expired') return setStatus('expired')
      if (answer?.status === 'approved') {
        // without a token it went out with an answer that was lost: only a new code helps
        if (!answer.token) return setStatus('failed')
        await signInByToken(answer.token).then(done.current, () => setStatus('failed'))
        return
      }
      timer = setTimeout(poll, POLL_MS)
    }
    timer = setTimeout(poll, POLL_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [handoff, status])

  return { handoff, status, renew }
}
