import { Input, ScrollView, View } from '@tarojs/components'
import { type ReactNode, useMemo, useRef } from 'react'
import type { BoxProps, FieldProps, GlyphProps, ScrollRowProps, SlotProps, TapProps } from './elements.types'

const roleOf: Partial<Record<NonNullable<BoxProps['tag']>, string>> = { h1: 'heading', h2: 'heading', h3: 'heading' }

/** A mini program has no keyboard that could move a slider. */
const roleHere = (role: string) => (role === 'slider' ? 'img' : role)

/** The words that a view begins with are a property of it (`config/weapp-texts.ts`), what follows its children. */
function content(children: ReactNode): { v?: string; children?: ReactNode } {
  const pieces = Array.isArray(children) ? children : [children]
  const end = pieces.findIndex(piece => !isWord(piece))
  const words = pieces
    .slice(0, end < 0 ? pieces.length : end)
    .filter(isShown)
    .join('')
  if (words === '') return { children }
  return end < 0 ? { v: words } : { v: words, children: pieces.slice(end) }
}

const isShown = (piece: unknown) => typeof piece === 'string' || typeof piece === 'number'
const isWord = (piece: unknown) => isShown(piece) || piece === null || piece === undefined || typeof piece === 'boolean'

/** A block of the screen. The mini program has one element for all of them; its styles name `display` themselves. */
export function Box({ tag, role, id, className, style, children, ...rest }: BoxProps) {
  return (
    <View
      id={id}
      className={className}
      style={style}
      ariaRole={role ? roleHere(role) : tag && roleOf[tag]}
      ariaLabel={rest['aria-label']}
      {...content(children)}
    />
  )
}

/** A sign that is seen, beside words that say the same. */
export function Glyph({ className, style, text }: GlyphProps) {
  return (
    <View className={className} style={style}>
      {text}
    </View>
  )
}

/** As text: a template would write a bare true as an empty attribute, and a false as none. */
const asText = (value: boolean | string | undefined) => (value === undefined ? undefined : String(value))

/** What a screen reader says of a choice; WeChat reads these as the web does. */
const spoken = ({
  'aria-checked': checked,
  'aria-pressed': pressed,
  'aria-expanded': expanded,
  'aria-current': current,
}: TapProps) => ({
  'aria-checked': asText(checked),
  'aria-pressed': asText(pressed),
  'aria-expanded': asText(expanded),
  'aria-current': asText(current),
})

/** Everything that acts on a tap. Its class, role and look under a finger stand in the template (`config/weapp-taps.ts`), which a disabled one does not get. */
export function Tap({ onPress, disabled, role, id, className, style, children, ...rest }: TapProps) {
  return disabled || !onPress ? (
    <View
      id={id}
      className={`da-tap ${className ?? ''}`}
      style={style}
      ariaRole={role ?? 'button'}
      ariaLabel={rest['aria-label']}
      aria-disabled={disabled ? 'true' : undefined}
      {...spoken(rest)}
      {...content(children)}
    />
  ) : (
    <View
      id={id}
      className={className}
      style={style}
      ariaRole={role === 'button' ? undefined : role}
      ariaLabel={rest['aria-label']}
      onClick={onPress}
      {...spoken(rest)}
      {...content(children)}
    />
  )
}

/** One line of text that a person types. Taro sends the text to the screen again with every render of an Input, so it is rendered only when it differs. */
export function Field({ onChange, onSubmit, maxLength = 140, type, id, className, value, ...rest }: FieldProps) {
  const { placeholder, disabled, 'aria-label': label } = rest
  const latest = useRef({ onChange, onSubmit, value })
  latest.current = { onChange, onSubmit, value }
  // a name that is taken from WeChat's offer comes with the end of typing, and one that WeChat thinks unfit is wiped away by it
  const named = useRef({
    onBlur: ({ detail }: { detail: { value: string } }) => {
      if (detail.value !== latest.current.value) latest.current.onChange(detail.value)
    },
    onNickNameReview: ({ detail }: { detail: { pass: boolean; timeout: boolean } }) => {
      if (!detail.pass && !detail.timeout) latest.current.onChange('')
    },
  }).current
  return useMemo(
    () => (
      <Input
        id={id}
        className={className}
        value={value}
        placeholder={placeholder}
        placeholderClass="da-placeholder"
        disabled={disabled}
        type={type === 'nickname' ? 'nickname' : undefined}
        password={type === 'password'}
        maxlength={maxLength}
        ariaLabel={label}
        onInput={event => latest.current.onChange(event.detail.value)}
        onConfirm={() => latest.current.onSubmit?.()}
        {...(type === 'nickname' ? named : null)}
      />
    ),
    [id, className, value, placeholder, disabled, type, maxLength, label, named],
  )
}

/** A row that scrolls sideways. */
export function ScrollRow({ children, id, className, style }: ScrollRowProps) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} id={id} className={className} style={style}>
      {children}
    </ScrollView>
  )
}

/** The place of what comes and goes among others: without it, all that stands beside would be sent to the screen again. It has no box of its own. */
export function Slot({ children }: SlotProps) {
  return <View className="da-slot">{children}</View>
}
