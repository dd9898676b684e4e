import './session.css'
import { useEffect, useState } from 'react'
import { call } from '@/api'
import type { HandoffRequest } from '@/contract/identity'
import { Box } from '@/platform/elements'
import { Button, Card, Empty, KeyValues, Paragraph, SkeletonRows } from '@/ui'
import { useText } from '../language/text'

type Step = 'reading' | 'asking' | 'sending' | 'approved' | 'refused' | 'gone'

/** The signed-in phone sees which browser and address asks, and agrees or not. */
export function ApproveCard({ code }: { code: string }) {
  const { session } = useText()
  const [step, setStep] = useState<Step>('reading')
  const [asker, setAsker] = useState<HandoffRequest | null>(null)
  useEffect(() => {
    call('readHandoffRequest', { params: { code } }).then(
      request => {
        setAsker(request)
        setStep('asking')
      },
      () => setStep('gone'),
    )
  }, [code])
  const approve = () => {
    setStep('sending')
    call('approveHandoff', { params: { code } }).then(
      () => setStep('approved'),
      () => setStep('gone'),
    )
  }
  if (step === 'approved') return <Outcome title={session.approved} text={session.approvedText} />
  if (step === 'refused') return <Outcome title={session.refusedTitle} text={session.refusedText} />
  if (step === 'gone') return <Outcome title={session.goneTitle} text={session.goneText} />
  if (asker === null) {
    return (
      <Card flush>
        <SkeletonRows count={2} label={session.approveTitle} />
      </Card>
    )
  }
  return (
    <Card title={session.approveTitle}>
      <Paragraph text={session.approveText} />
      <Box className="da-form-facts">
        <KeyValues
          rows={[
            { key: session.browser, value: asker.browser },
            { key: session.address, value: asker.address },
          ]}
        />
      </Box>
      <Box className="da-form-actions">
        <Button grow text={session.refuse} onPress={() => setStep('refused')} />
        <Button grow kind="primary" busy={step === 'sending'} text={session.approve} onPress={approve} />
      </Box>
    </Card>
  )
}

function Outcome({ title, text }: { title: string; text: string }) {
  return (
    <Card>
      <Empty art="lock" title={title} text={text} />
    </Card>
  )
}
