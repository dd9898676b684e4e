import type { Locale } from '../../src/contract/identity.ts'

interface Wish {
  tag: string
  quality: number
}

/**
 * Chooses between our two languages by `Accept-Language`: the wish of the highest quality that we speak, Chinese
 * when nothing fits.
 */
export function languageOf(header: string | undefined): Locale {
  if (!header || header.length > 256) return 'zh-CN'
  const wishes = header.split(',').map(readWish)
  const spoken = wishes.filter(wish => wish.quality > 0 && /^(zh|en)(-|$)/.test(wish.tag))
  const best = spoken.reduce<Wish | null>(
    (found, wish) => (found && found.quality >= wish.quality ? found : wish),
    null,
  )
  return best?.tag.startsWith('en') ? 'en' : 'zh-CN'
}

function readWish(part: string): Wish {
  const [tag = '', ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase())
  const weight = parameters.find(parameter => parameter.startsWith('q='))
  const quality = weight ? Number(weight.slice(2)) : 1
  return { tag, quality: Number.isFinite(quality) ? quality : 0 }
}
