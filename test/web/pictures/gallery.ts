import { ABSENT } from './scenes.ts'

const STYLE = `body{font:14px system-ui;margin:16px;background:#888}nav{position:sticky;top:0;background:#fff;padding:8px;z-index:1}
main{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start;margin-top:12px}figure{margin:0;background:#fff}img{display:block;max-width:390px}figcaption{padding:4px 8px}`

const SCRIPT = `const selects=[...document.querySelectorAll('select')]
const show=()=>{for(const figure of document.querySelectorAll('figure'))figure.hidden=selects.some(select=>select.value&&figure.dataset[select.name]!==select.value)}
for(const select of selects)select.onchange=show`

/** A picture's file name says what is on it: `overview.value.weapp.390.light.usual.png`. */
const FIELDS = ['page', 'state', 'target', 'width', 'theme', 'look'] as const

export const fileName = (...fields: readonly (string | number)[]) => `${fields.join('.')}.png`

/** A page to look through the pictures, by what is on them. */
export function gallery(files: readonly string[]): string {
  const pictures = files.filter(file => file.endsWith('.png')).sort()
  const fieldsOf = (file: string) => file.slice(0, -'.png'.length).split('.')
  const selects = FIELDS.map((field, at) => {
    const values = [...new Set(pictures.map(file => fieldsOf(file)[at] ?? ''))].sort()
    return `<select name="${field}"><option value="">${field}</option>${values.map(value => `<option>${value}</option>`).join('')}</select>`
  })
  const figures = pictures.map(file => {
    const data = FIELDS.map((field, at) => `data-${field}="${fieldsOf(file)[at] ?? ''}"`).join(' ')
    return `<figure ${data}><img loading="lazy" src="${file}" alt=""><figcaption>${fieldsOf(file).join(' · ')}</figcaption></figure>`
  })
  const absent = Object.entries(ABSENT).map(([what, why]) => `<li>no ${what}: ${why}`)
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${STYLE}figure[hidden]{display:none}</style>
<nav>${selects.join(' ')}</nav><main>${figures.join('\n')}</main><ul>${absent.join('')}</ul><script>${SCRIPT}</script>\n`
}
