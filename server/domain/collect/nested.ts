import { clean } from './text.ts'

/** Deeper things than this are told as `null`. */
const DEPTH = 4

/**
 * JSON text of a nested value, as far as `length` characters go: no more of it is looked at, whatever its size and depth.
 * Longer than `length` by a token at most.
 */
export function nestedText(value: unknown, length: number): string {
  let text = ''
  function write(one: unknown, depth: number): void {
    if (text.length > length) return
    if (typeof one === 'string') text += JSON.stringify(clean(one.slice(0, length)))
    else if (typeof one !== 'object' || one === null) text += String(one)
    else if (depth >= DEPTH) text += 'null'
    else if (Array.isArray(one)) writeList(one, depth)
    else writeObject(one as Record<string, unknown>, depth)
  }
  function writeList(list: unknown[], depth: number): void {
    text += '['
    for (let index = 0; index < list.length && text.length <= length; index++) {
      if (index > 0) text += ','
      write(list[index], depth + 1)
    }
    text += ']'
  }
  function writeObject(object: Record<string, unknown>, depth: number): void {
    text += '{'
    let isFirst = true
    for (const name in object) {
      if (text.length > length) break
      if (!isFirst) text += ','
      isFirst = false
      text += `${JSON.stringify(clean(name.slice(0, length)))}:`
      write(object[name], depth + 1)
    }
    text += '}'
  }
  write(value, 0)
  return text
}
