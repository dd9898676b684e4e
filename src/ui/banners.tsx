import { Box, Tap } from '@/platform/elements'
import { Icon, type IconName } from './icon'

interface BannerAction {
  text: string
  onPress: () => void
}

interface BannerProps {
  icon: IconName
  role: 'status' | 'alert'
  title: string
  text?: string | undefined
  id?: string | undefined
  action?: BannerAction | undefined
}

function Banner({ icon, role, title, text, id, action }: BannerProps) {
  return (
    <Box className="da-banner" role={role}>
      <Icon name={icon} size={16} />
      <Box className="da-banner-tx">
        <Box tag="span" className="da-banner-t">
          {title}
        </Box>
        {text}
        {id ? (
          <Box tag="span" className="da-banner-id">
            {id}
          </Box>
        ) : null}
      </Box>
      {action ? (
        <Tap className="da-banner-a" onPress={action.onPress}>
          {action.text}
        </Tap>
      ) : null}
    </Box>
  )
}

export interface StaleBannerProps {
  /** The cause: `今天还没能从微信取到新数`. */
  title: string
  /** What is shown and when it heals. */
  text: string
  action?: BannerAction
}

/** Old numbers are shown: why, which, until when. Never two of them. */
export function StaleBanner(props: StaleBannerProps) {
  return <Banner icon="warning" role="status" {...props} />
}

export interface ErrorBannerProps {
  title: string
  text?: string | undefined
  /** `请求号 …`, so that an operator finds it in the log. */
  requestId?: string | undefined
  retry?: BannerAction | undefined
}

/** Nothing came: what happened, and once more. */
export function ErrorBanner({ title, text, requestId, retry }: ErrorBannerProps) {
  return <Banner icon="refresh" role="alert" title={title} text={text} id={requestId} action={retry} />
}
