import { Box, Tap } from '@/platform/elements'
import { getScreenFrame } from '@/platform/system'
import { Avatar, type AvatarProps } from './avatar'
import { Icon, type IconName } from './icon'

export interface NavBarProps {
  /** Absent on a page that nothing leads back from. */
  leading?:
    | { icon: Extract<IconName, 'menu' | 'back' | 'home' | 'close'>; label: string; onPress: () => void }
    | undefined
  /** Outside an app: the title. */
  title?: string
  /** Inside an app: its avatar and name, which open the switch sheet. */
  app?: { avatar: AvatarProps; label: string; onPress: () => void }
}

/** The screen's own navigation bar; leaves room for status bar and capsule in WeChat. Hidden beside the wide shell. */
export function NavBar({ leading, title, app }: NavBarProps) {
  const { top, capsule } = getScreenFrame()
  const room =
    top > 0 || capsule > 0 ? { paddingTop: `${top}px`, paddingRight: `${Math.max(8, capsule)}px` } : undefined
  return (
    <Box tag="header" className="da-nav" style={room}>
      <Box className="da-nav-bar">
        {leading ? (
          <Tap className="da-nav-lead" aria-label={leading.label} onPress={leading.onPress}>
            <Icon name={leading.icon} size={24} />
          </Tap>
        ) : (
          <Box tag="span" className="da-nav-none" />
        )}
        {app ? (
          <Tap className="da-nav-app" aria-label={app.label} onPress={app.onPress}>
            <Avatar {...app.avatar} size="s" />
            <Box tag="span" className="da-nav-name da-cut">
              {app.avatar.name}
            </Box>
            <Icon name="down" size={16} />
          </Tap>
        ) : (
          <Box tag="h1" className="da-nav-app">
            <Box tag="span" className="da-nav-name da-cut">
              {title}
            </Box>
          </Box>
        )}
      </Box>
    </Box>
  )
}
