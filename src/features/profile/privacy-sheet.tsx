import { Box } from '@/platform/elements'
import { openPrivacyGuide } from '@/platform/privacy'
import { Button, Paragraph, Sheet, TextLink } from '@/ui'
import { useText } from '../language/text'
import type { Privacy } from './use-privacy'

/** What a name and a picture out of WeChat are for, before WeChat itself asks; who refuses types a name and keeps the letter. */
export function PrivacySheet({ privacy }: { privacy: Privacy }) {
  const { profile, states } = useText()
  return (
    <Sheet
      id="privacy-sheet"
      open={privacy.isAsking}
      title={profile.privacy}
      closeLabel={states.close}
      onClose={privacy.refuse}
    >
      <Paragraph text={profile.privacyText} />
      <Paragraph text={profile.privacyRefusing} />
      <TextLink text={profile.privacyGuide} onPress={openPrivacyGuide} />
      <Box className="da-form-actions">
        <Button grow text={profile.refuse} onPress={privacy.refuse} />
        <Button grow kind="primary" text={profile.agree} onPress={privacy.agree} />
      </Box>
    </Sheet>
  )
}
