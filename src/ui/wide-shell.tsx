import { Box, Tap } from '@/platform/elements'
import { Avatar, type AvatarProps } from './avatar'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export interface WideShellProps {
  /** Names the landmark: `导航`. */
  label: string
  app?: { avatar: AvatarProps; label: string; onPress: () => void } | undefined
  groups: { title: string; items: { id: string; icon: IconName; text: string; onPress: () => void }[] }[]
  /** Id of the item that is open. */
  current?: string | undefined
  person?: { avatar: AvatarProps; text: string; onPress?: () => void } | undefined
}

/** The navigation at the left of a wide window. */
export function WideShell({ label, app, groups, current, person }: WideShellProps) {
  return (
    <Box tag="aside" className="da-side" aria-label={label}>
      {app ? (
        <Tap className="da-side-me" aria-label={app.label} onPress={app.onPress}>
          <Avatar {...app.avatar} size="s" />
          <Box tag="span" className="da-side-name da-cut">
            {app.avatar.name}
          </Box>
          <Icon name="down" size={16} />
        </Tap>
      ) : null}
      {groups.map(group => (
        <Box tag="nav" key={group.title} aria-label={group.title}>
          <Box tag="h2" className="da-side-h">
            {group.title}
          </Box>
          {group.items.map(item => (
            <Tap
              key={item.id}
              className={classNames('da-side-a', item.id === current && 'da-side-on')}
              role="link"
              aria-current={item.id === current ? 'page' : undefined}
              onPress={item.onPress}
            >
              <Icon name={item.icon} />
              {item.text}
            </Tap>
          ))}
        </Box>
      ))}
      {person ? (
        <Tap className="da-side-foot" disabled={!person.onPress} onPress={person.onPress}>
          <Avatar {...person.avatar} size="s" />
          <Box tag="span">{person.text}</Box>
        </Tap>
      ) : null}
    </Box>
  )
}
