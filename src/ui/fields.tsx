import { Box, Field, Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon } from './icon'

export interface TextFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** What is expected, under the field. */
  help?: string | undefined
  /** What is wrong, in its place. */
  error?: string | undefined
  type?: 'text' | 'password' | 'nickname'
  maxLength?: number
  autoComplete?: string
  disabled?: boolean
  onSubmit?: () => void
}

/** One line to type, with its name above and what is wrong below. */
export function TextField({ id, label, help, error, ...field }: TextFieldProps) {
  const below = error ?? help
  return (
    <Box className="da-fd">
      <Box tag="span" id={`${id}-label`} className="da-fd-l">
        {label}
      </Box>
      <Field
        {...field}
        id={id}
        className={classNames('da-input', error !== undefined && 'da-input-bad')}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={below ? `${id}-below` : undefined}
      />
      {below ? (
        <Box
          tag="span"
          id={`${id}-below`}
          className={error === undefined ? 'da-fd-help' : 'da-fd-bad'}
          role={error === undefined ? undefined : 'alert'}
        >
          {error === undefined ? null : <Icon name="warning" size={14} />}
          {below}
        </Box>
      ) : null}
    </Box>
  )
}

export interface SearchFieldProps {
  value: string
  onChange: (value: string) => void
  placeholder: string
  label: string
  clearLabel: string
}

/** Finds in the list below it. */
export function SearchField({ value, onChange, placeholder, label, clearLabel }: SearchFieldProps) {
  return (
    <Box className="da-search" role="search">
      <Icon name="search" size={16} />
      <Field
        className="da-input"
        value={value}
        onChange={onChange}
        placeholder={placeholder}
        aria-label={label}
        maxLength={64}
      />
      {value === '' ? null : (
        <Tap className="da-nav-lead" aria-label={clearLabel} onPress={() => onChange('')}>
          <Icon name="close" size={16} />
        </Tap>
      )}
    </Box>
  )
}
