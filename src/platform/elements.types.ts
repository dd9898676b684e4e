import type { AriaAttributes, CSSProperties, KeyboardEvent, ReactNode } from 'react'

type Tag =
  | 'div'
  | 'span'
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'header'
  | 'main'
  | 'nav'
  | 'aside'
  | 'section'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'

interface ElementProps extends AriaAttributes {
  id?: string | undefined
  className?: string | undefined
  style?: CSSProperties | undefined
  role?: string | undefined
  title?: string | undefined
  children?: ReactNode
}

export interface BoxProps extends ElementProps {
  tag?: Tag | undefined
  scope?: 'col' | 'row' | undefined
  tabIndex?: number | undefined
  /** Web only: a mini program has no keyboard. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
}

/** A sign that is seen and not read, beside words that say the same. */
export interface GlyphProps {
  className: string
  style?: CSSProperties | undefined
  text: string
}

export interface TapProps extends ElementProps {
  onPress?: (() => void) | undefined
  disabled?: boolean | undefined
  tabIndex?: number | undefined
}

export interface FieldProps extends AriaAttributes {
  id?: string | undefined
  name?: string | undefined
  className?: string | undefined
  /** `nickname` offers the name that the person has in WeChat. */
  type?: 'text' | 'password' | 'search' | 'nickname' | undefined
  value: string
  placeholder?: string | undefined
  disabled?: boolean | undefined
  maxLength?: number | undefined
  autoComplete?: string | undefined
  onChange: (value: string) => void
  onSubmit?: (() => void) | undefined
}

export interface ScrollRowProps extends ElementProps {}

export interface SlotProps {
  children?: ReactNode
}
