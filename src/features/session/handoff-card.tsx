import './session.css'
import { Box } from '@/platform/elements'
import { Card, Empty, Note, Paragraph, Skeleton, TextLink } from '@/ui'
import { copyText } from '../../platform/clipboard'
import { useText } from '../language/text'
import { qrImage } from './qr-model'
import { useHandoff } from './use-handoff'

/** Signs this browser in with the phone: QR, link, and what to do when it has expired. */
export function HandoffCard({ onDone }: { onDone: () => void }) {
  const { session, binding, states } = useText()
  const { handoff, status, renew } = useHandoff(true, onDone)
  if (status === 'expired' || status === 'failed') {
    return (
      <Card>
        <Empty
          title={status === 'expired' ? session.handoffExpired : session.failed}
          text={session.handoffText}
          action={{ text: status === 'expired' ? session.handoffRenew : states.retry, primary: true, onPress: renew }}
        />
      </Card>
    )
  }
  return (
    <Card title={session.handoffTitle} busy={handoff === null}>
      <Paragraph text={session.handoffText} />
      <Box className="da-qr-row">
        {handoff === null ? (
          <Skeleton width={200} height={200} />
        ) : (
          <Box
            className="da-qr"
            role="img"
            aria-label={session.handoffCode}
            style={{ backgroundImage: `url("${qrImage(handoff.qr)}")` }}
          />
        )}
      </Box>
      {handoff === null ? null : (
        <>
          <Note text={handoff.qr} />
          <TextLink text={binding.copy} onPress={() => void copyText(handoff.qr)} />
        </>
      )}
    </Card>
  )
}
