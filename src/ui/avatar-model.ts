/** White on each reads at 4.5:1 or better. */
export const avatarColors = [
  '#2f7d4f',
  '#7a4b2a',
  '#8a3f66',
  '#4a5560',
  '#a8551a',
  '#2f6bdc',
  '#7a5a12',
  '#3a6a3a',
  '#5b4b8a',
  '#1f6f78',
] as const

/** A colour that stays with its key (an AppID, a user id). */
export function avatarColor(key: string): string {
  let hash = 0
  for (const sign of key) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) >>> 0
  return avatarColors[hash % avatarColors.length] ?? avatarColors[0]
}

/** The letter that stands for a name: its first sign that is a letter or number, upper case; `?` for a name without any. */
export function avatarLetter(name: string): string {
  const sign = [...name].find(one => /[\p{L}\p{N}]/u.test(one))
  return sign ? sign.toUpperCase() : '?'
}
