import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '@/api'
import { persist } from '@/api/persist'
import { queryClient } from '@/api/query-client'
import { signsInByWechat } from '@/platform/login'
import { Button, Card, Empty, ErrorBanner, Paragraph, SkeletonRows } from '@/ui'
import { useText } from '../language/text'
import { DemoCard } from './demo-card'
import { HandoffCard } from './handoff-card'
import { signInByLink } from './sign-in'
import { WechatCard } from './wechat-card'

/** Every way to sign in that this server offers. */
export function SignInCards({ onDone }: { onDone: () => void }) {
  const { session, states } = useText()
  const { data, isError, refetch } = useQuery(
    {
      queryKey: ['sign-in methods'],
      queryFn: ({ signal }) => persist(() => call('readSignInMethods', {}, { signal }), signal),
      refetchOnMount: true,
    },
    queryClient,
  )
  const methods = data?.methods ?? null
  if (isError) {
    return <ErrorBanner title={states.offlineTitle} retry={{ text: states.retry, onPress: () => void refetch() }} />
  }
  if (methods === null) {
    return (
      <Card flush>
        <SkeletonRows count={3} label={session.title} />
      </Card>
    )
  }
  if (signsInByWechat) {
    return (
      <>
        {methods.includes('demo') ? <DemoCard onDone={onDone} /> : null}
        <WechatCard onDone={onDone} />
      </>
    )
  }
  return (
    <>
      {methods.includes('demo') ? <DemoCard onDone={onDone} /> : null}
      {methods.includes('handoff') && !methods.includes('demo') ? <HandoffCard onDone={onDone} /> : null}
      {methods.includes('handoff') && methods.includes('demo') ? <LaterHandoff onDone={onDone} /> : null}
    </>
  )
}

/** In the demo the hand-off waits for a tap, so that nothing polls in vain. */
function LaterHandoff({ onDone }: { onDone: () => void }) {
  const { session } = useText()
  const [open, setOpen] = useState(false)
  return open ? (
    <HandoffCard onDone={onDone} />
  ) : (
    <Button block text={session.handoffTitle} onPress={() => setOpen(true)} />
  )
}

/** Signs in by the operator's link as soon as it is opened. */
export function LinkCard({ code, onDone }: { code: string; onDone: () => void }) {
  const { session } = useText()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    signInByLink(code).then(onDone, () => setFailed(true))
  }, [code, onDone])
  return (
    <Card busy={!failed}>
      {failed ? (
        <Empty art="lock" title={session.failed} text={session.linkFailed} />
      ) : (
        <Paragraph text={session.linkTitle} />
      )}
    </Card>
  )
}
