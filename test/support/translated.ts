import type { Locale } from '../../src/contract/identity.ts'
import { allWords } from './all-words.ts'

const HOLE = '\u0000'

type Leaf = string | ((...given: never[]) => unknown)

/** Every word of a catalogue by its place in it. */
function* leavesOf(words: object, place = ''): Generator<[place: string, leaf: Leaf]> {
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    if (typeof value === 'string' || typeof value === 'function') yield [`${place}.${key}`, value as Leaf]
    else if (typeof value === 'object' && value !== null) yield* leavesOf(value, `${place}.${key}`)
  }
}

/** What a sentence says about one thing, or null for one that says something else. */
function filled(leaf: Leaf, thing: string): string | null {
  if (typeof leaf === 'string') return null
  try {
    const said = (leaf as (...given: unknown[]) => unknown)(thing)
    return typeof said === 'string' ? said : null
  } catch {
    return null
  }
}

/**
 * Says in a language what a test says in Chinese: a word of the catalogue, or a sentence of it about one thing (`访问时长的定义`).
 * @throws for words that the catalogue does not have: a number or a name needs no translation
 */
export function translator(locale: Locale): (chinese: string) => string {
  if (locale === 'zh-CN') return chinese => chinese
  const there = new Map(leavesOf(allWords(locale)))
  const here = [...leavesOf(allWords('zh-CN'))]
  const translate = (chinese: string): string => {
    for (const [place, leaf] of here) {
      const other = there.get(place)
      if (leaf === chinese && typeof other === 'string') return other
    }
    for (const [place, leaf] of here) {
      const [before, after, ...rest] = filled(leaf, HOLE)?.split(HOLE) ?? []
      const other = there.get(place)
      if (before === undefined || after === undefined || rest.length > 0 || other === undefined) continue
      if (before + after === '' || !chinese.startsWith(before) || !chinese.endsWith(after)) continue
      const thing = chinese.slice(before.length, chinese.length - after.length)
      const said = filled(other, known(thing))
      if (thing !== '' && said !== null) return said
    }
    throw new Error(`no ${locale} word for “${chinese}”`)
  }
  const known = (thing: string) => (here.find(([, leaf]) => leaf === thing) ? translate(thing) : thing)
  return translate
}
