import { Box } from '@/platform/elements'
import { Button, Card, ErrorBanner, TextField, TextLink } from '@/ui'
import { useText } from '../language/text'
import { AvatarRow } from './avatar-row'
import type { AvatarInput } from './use-avatar'
import type { Privacy } from './use-privacy'
import { useProfileForm } from './use-profile-form'

export interface ProfileFormProps extends AvatarInput {
  privacy: Privacy
}

/** How others see the person: a picture, a name, and the WeChat ID that one says to have. */
export function ProfileForm({ privacy, ...props }: ProfileFormProps) {
  const { profile } = useText()
  const { form, faults, isBusy, isSame, change, save } = useProfileForm(props)
  const onSubmit = () => void save()
  return (
    <Card title={profile.seen} busy={isBusy}>
      <AvatarRow {...props} askFirst={privacy.isOpen ? undefined : privacy.ask} />
      {faults.form === null ? null : <ErrorBanner title={faults.form} />}
      <TextField
        id="profile-nickname"
        label={profile.nickname}
        type={privacy.isOpen ? 'nickname' : 'text'}
        value={form.nickname}
        error={faults.fields.nickname}
        maxLength={32}
        onChange={value => change('nickname', value)}
        onSubmit={onSubmit}
      />
      {privacy.isOpen ? null : <TextLink text={profile.nameOfWechat} onPress={privacy.ask} />}
      <TextField
        id="profile-handle"
        label={profile.handle}
        placeholder={profile.handleHint}
        help={profile.handleHelp}
        value={form.handle}
        error={faults.fields.handle}
        maxLength={32}
        autoComplete="off"
        onChange={value => change('handle', value)}
        onSubmit={onSubmit}
      />
      <Box className="da-form-actions">
        <Button grow kind="primary" text={profile.save} disabled={isSame} busy={isBusy} onPress={onSubmit} />
      </Box>
    </Card>
  )
}
