import type { BoxProps, FieldProps, GlyphProps, ScrollRowProps, SlotProps, TapProps } from './elements.types'

/** A block of the screen; `tag` picks the element that says what it is. */
export function Box({ tag: Tag = 'div', ...rest }: BoxProps) {
  return <Tag {...rest} />
}

/** Drawn by the style sheet, so that it is no part of what is around it is called (WCAG 2.5.3). */
export function Glyph({ className, style, text }: GlyphProps) {
  return <span className={`da-glyph ${className}`} style={style} data-text={text} aria-hidden />
}

/** Everything that acts on a tap: a real button, so that keyboard and screen reader come for free. */
export function Tap({ onPress, disabled, className = '', ...rest }: TapProps) {
  return <button type="button" disabled={disabled} onClick={onPress} className={`da-tap ${className}`} {...rest} />
}

/** One line of text that a person types. */
export function Field({ onChange, onSubmit, maxLength, type, ...rest }: FieldProps) {
  return (
    <input
      {...rest}
      type={type === 'nickname' ? 'text' : type}
      maxLength={maxLength}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit?.()
      }}
    />
  )
}

/** A row that scrolls sideways. */
export function ScrollRow(props: ScrollRowProps) {
  return <div {...props} />
}

/** The place of what comes and goes among others; a browser needs none. */
export function Slot({ children }: SlotProps) {
  return <>{children}</>
}
