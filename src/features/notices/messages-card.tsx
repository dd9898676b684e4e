import { useState } from 'react'
import { call } from '@/api'
import { Box } from '@/platform/elements'
import { askForMessages } from '@/platform/subscribe'
import { Button, Card, KeyValues, Note, type ToastMessage } from '@/ui'
import { useText } from '../language/text'
import { useSubscriptions } from './queries'

/** Which messages WeChat may still bring, and one more of each for a tap; nothing where the deployment has no templates. */
export function MessagesCard({ tell }: { tell: (message: ToastMessage) => void }) {
  const { notices, states } = useText()
  const { data, refetch } = useSubscriptions()
  const [isBusy, setBusy] = useState(false)
  const subscriptions = data?.subscriptions ?? []
  if (subscriptions.length === 0) return null

  const accept = async (answer: ReturnType<typeof askForMessages>) => {
    setBusy(true)
    const accepted = await answer
    try {
      if (accepted !== null && accepted.length > 0) await call('acceptMessages', { body: { accepted } })
      await refetch()
      const taken = subscriptions.filter(({ templateId }) => accepted?.includes(templateId)).length
      tell({ text: accepted === null ? notices.switchedOff : taken > 0 ? notices.subscribed(taken) : notices.declined })
    } catch {
      tell({ text: states.offlineTitle })
    } finally {
      setBusy(false)
    }
  }
  // WeChat asks in the tap itself, not after anything that was waited for
  const ask = () => void accept(askForMessages(subscriptions.map(({ templateId }) => templateId)))
  return (
    <Card title={notices.messages} busy={isBusy}>
      <KeyValues
        rows={subscriptions.map(({ kind, remaining }) => ({
          key: notices.message[kind],
          value: notices.remaining(remaining),
        }))}
      />
      <Note text={notices.messagesText} />
      <Box className="da-form-actions">
        <Button grow icon="bell" text={notices.subscribe} busy={isBusy} onPress={ask} />
      </Box>
    </Card>
  )
}
