import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const LINK = /\]\(([^)#\s]+)[^)]*\)|\b(?:src|href)="([^"#]+)"/g
const ELSEWHERE = /^[a-z][a-z+.-]*:/

/** The pages that people read: those of the root and of `docs/`. */
export const readablePages = (root: string): string[] =>
  ['.', 'docs'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: folder !== '.' })
      .map(name => path.join(folder, String(name)))
      .filter(name => name.endsWith('.md')),
  )

/** `page → link` of every relative link of a page that leads to no file. */
export function deadLinks(root: string, page: string, text = readFileSync(path.join(root, page), 'utf8')): string[] {
  const links = [...text.matchAll(LINK)].map(([, link = '', source = '']) => link || source)
  return links
    .filter(link => !ELSEWHERE.test(link) && !existsSync(path.join(root, path.dirname(page), decodeURI(link))))
    .map(link => `${page} → ${link}`)
}
