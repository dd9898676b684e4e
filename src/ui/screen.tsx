import type { CSSProperties, ReactNode } from 'react'
import { useBars } from '@/platform/bars'
import { Box } from '@/platform/elements'
import { useSeen } from '@/platform/seen'
import { getTextScale } from '@/platform/system'
import { classNames } from './class-names'
import { useColorMode } from './color-mode'
import { WideShell, type WideShellProps } from './wide-shell'
import { useWide } from './window-width'

export interface ScreenProps {
  /** A NavBar. */
  nav: ReactNode
  /** A Head; forms and lists have none. */
  head?: ReactNode
  /** A Dock. */
  dock?: ReactNode
  /** Left navigation, drawn when the window is wide. */
  shell?: WideShellProps | undefined
  /** Forms and lists: at most 768 px. */
  narrow?: boolean
  /** Sheets and toasts, outside the flow. */
  over?: ReactNode
  children: ReactNode
}

/** The frame of every page: bar, head, content, dock; the wide shell beside it. */
export function Screen({ nav, head, dock, shell, narrow, over, children }: ScreenProps) {
  const chosen = useSeen(useColorMode().chosen)
  useBars(chosen)
  const wide = useWide()
  const scale = getTextScale()
  return (
    <Box
      className={classNames(
        'da-screen',
        chosen && `theme-${chosen}`,
        scale !== 1 && 'da-scale',
        wide && shell && 'da-screen-shell',
        wide && !shell && narrow && 'da-screen-narrow',
        Boolean(dock) && 'da-docked',
      )}
      style={scale === 1 ? undefined : ({ '--fs': scale } as CSSProperties)}
    >
      {wide && shell ? <WideShell {...shell} /> : null}
      <Box className="da-col">
        {nav}
        {head}
        <Box tag="main" className={classNames('da-page', narrow && 'da-page-narrow')}>
          {children}
        </Box>
        {dock}
      </Box>
      {over}
    </Box>
  )
}

/** Two columns when wide (2 : 1, or even), one below the other when not. */
export function Columns({ left, right, even }: { left: ReactNode; right: ReactNode; even?: boolean }) {
  return (
    <Box className={classNames('da-two', even && 'da-two-even')}>
      <Box className="da-two-col">{left}</Box>
      <Box className="da-two-col">{right}</Box>
    </Box>
  )
}
