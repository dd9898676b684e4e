import '../session/session.css'
import { useState } from 'react'
import { copyText } from '@/platform/clipboard'
import { Box } from '@/platform/elements'
import { Button, Note, Paragraph, Sheet } from '@/ui'
import { useText } from '../language/text'
import { qrImage } from '../session/qr-model'

/** The link that was made, as words and as QR. */
export function LinkSheet({ link, onClose }: { link: string | null; onClose: () => void }) {
  const { grants, states } = useText()
  return (
    <Sheet id="link-sheet" open={link !== null} title={grants.linkTitle} closeLabel={states.close} onClose={onClose}>
      {link === null ? null : <LinkFace link={link} />}
    </Sheet>
  )
}

function LinkFace({ link }: { link: string }) {
  const { grants } = useText()
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = copied === null ? grants.copy : copied ? grants.copied : grants.copyFailed
  return (
    <>
      <Paragraph text={grants.linkText} />
      <Box className="da-qr-row">
        <Box
          className="da-qr"
          role="img"
          aria-label={grants.linkCode}
          style={{ backgroundImage: `url("${qrImage(link)}")` }}
        />
      </Box>
      <Box className="da-link-text">
        <Note text={link} />
      </Box>
      <Button block kind="primary" icon="link" text={text} onPress={() => void copyText(link).then(setCopied)} />
    </>
  )
}
