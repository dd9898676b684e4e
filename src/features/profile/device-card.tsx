import { Box } from '@/platform/elements'
import { Card, Segmented } from '@/ui'
import { useLocale, useText } from '../language/text'
import { chooseLocale } from '../session/sign-in'
import { keepTheme, type ThemeChoice, useTheme } from '../theme/store'

const themes: readonly ThemeChoice[] = ['system', 'light', 'dark']

/** How this device shows things. */
export function DeviceCard() {
  const { profile } = useText()
  const locale = useLocale()
  const theme = useTheme()
  return (
    <Card title={profile.device}>
      <Box tag="span" className="da-terms-l">
        {profile.language}
      </Box>
      <Segmented
        full
        label={profile.language}
        options={[
          { id: 'zh-CN', text: '中文' },
          { id: 'en', text: 'English' },
        ]}
        value={locale}
        onChange={chooseLocale}
      />
      <Box tag="span" className="da-terms-l">
        {profile.theme}
      </Box>
      <Segmented
        full
        label={profile.theme}
        options={themes.map(id => ({ id, text: profile.themes[id] }))}
        value={theme}
        onChange={keepTheme}
      />
    </Card>
  )
}
