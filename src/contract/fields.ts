import Type from 'typebox'

/** Field shapes that several answers share. */
export const DayField = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'day of Asia/Shanghai' })
export const InstantField = Type.String({ format: 'date-time', description: 'ISO 8601 with zone' })
export const AppidField = Type.String({ pattern: '^[A-Za-z0-9_-]{6,64}$' })
/** One line of a person's own words: something to see, no control characters, no lone surrogates. */
export const NameField = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\p{C}]*[^\\p{C}\\s][^\\p{C}]*$' })
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
