import type { Me } from '@/contract/identity'
import { Box } from '@/platform/elements'
import { Button, Card, ErrorBanner, TextField, type ToastMessage } from '@/ui'
import { useText } from '../language/text'
import { useProfileForm } from './use-profile-form'

export interface ProfileFormProps {
  me: Me
  onSaved: () => Promise<unknown>
  tell: (message: ToastMessage) => void
}

/** How others see the person: a name, and the WeChat ID that one says to have. */
export function ProfileForm(props: ProfileFormProps) {
  const { profile } = useText()
  const { form, faults, isBusy, isSame, change, save } = useProfileForm(props)
  const onSubmit = () => void save()
  return (
    <Card title={profile.seen} busy={isBusy}>
      {faults.form === null ? null : <ErrorBanner title={faults.form} />}
      <TextField
        id="profile-nickname"
        label={profile.nickname}
        value={form.nickname}
        error={faults.fields.nickname}
        maxLength={32}
        onChange={value => change('nickname', value)}
        onSubmit={onSubmit}
      />
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
