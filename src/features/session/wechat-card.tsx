import { useState } from 'react'
import { ensureSession } from '@/api'
import { Card, Empty } from '@/ui'
import { useText } from '../language/text'

/** On the phone: WeChat did not say who the person is, and may be asked again. */
export function WechatCard({ onDone }: { onDone: () => void }) {
  const { session, states } = useText()
  const [isBusy, setBusy] = useState(false)
  const again = async () => {
    setBusy(true)
    const isSignedIn = await ensureSession()
    if (isSignedIn) onDone()
    else setBusy(false)
  }
  return (
    <Card busy={isBusy}>
      <Empty
        art="lock"
        title={session.wechatFailed}
        text={session.wechatFailedText}
        action={{ text: states.retry, primary: true, onPress: () => void again() }}
      />
    </Card>
  )
}
