import { describe, expect, it } from 'vitest'
import { avatarColor, avatarColors, avatarLetter } from '../../../src/ui/avatar-model.ts'

/** Contrast of white against a colour, as WCAG 2 counts it. */
function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

describe('avatarLetter', () => {
  it.each([
    ['青禾生鲜到家', '青'],
    ['yunque', 'Y'],
    ['  (测试) ', '测'],
    ['🎮 云雀', '云'],
    ['', '?'],
    ['!!!', '?'],
  ])('of %j is %s', (name, letter) => {
    expect(avatarLetter(name)).toBe(letter)
  })
})

describe('avatarColor', () => {
  it('stays with its key', () => {
    expect(avatarColor('wx0123456789abcdef')).toBe(avatarColor('wx0123456789abcdef'))
  })

  it.each(avatarColors)('%s carries white words', color => {
    expect(contrastWithWhite(color)).toBeGreaterThanOrEqual(4.5)
  })
})
