import { useState } from 'react'
import { ensureSession } from '@/api'
import { isOut, letIn } from '@/api/session'
import { Card, Empty } from '@/ui'
import { useText } from '../language/text'

/** On the phone: the person signed out, or WeChat did not say who it is; a tap asks WeChat. */
export function WechatCard({ onDone }: { onDone: () => void }) {
  const { session, states } = useText()
  const [wasOut, setOut] = useState(isOut)
  const [isBusy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    letIn()
    if (await ensureSession()) return onDone()
    setOut(false)
    setBusy(false)
  }
  return (
    <Card busy={isBusy}>
      <Empty
        art="lock"
        title={wasOut ? session.outTitle : session.wechatFailed}
        text={wasOut ? session.outText : session.wechatFailedText}
        action={{ text: wasOut ? session.byWechat : states.retry, primary: true, onPress: () => void enter() }}
      />
    </Card>
  )
}
