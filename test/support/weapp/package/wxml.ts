import { TmplGroup } from 'glass-easel-template-compiler'
import type { SourceFiles } from './read.ts'

interface TemplateProblem {
  message: string
  level: string
  startLine: number
}

const TAG = /<[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>/g
const EVENT = /(\s)(capture-bind|capture-catch|mut-bind|bind|catch)(?!:)([a-z][a-z-]*)(?==)/g

/** `bindtap=` is WeChat's older spelling of `bind:tap=`; the template compiler knows the newer one only. */
export function spellEvents(wxml: string): string {
  return wxml.replace(TAG, tag => tag.replace(EVENT, '$1$2:$3'))
}

/** All templates and their scripts as one JavaScript expression: path without `.wxml` → template. */
export function compileTemplates(files: SourceFiles, faults: string[]): string {
  const group = TmplGroup.newDev()
  try {
    for (const [name, text] of files) {
      if (name.endsWith('.wxs')) group.addScript(name.slice(0, -'.wxs'.length), text)
      if (!name.endsWith('.wxml')) continue
      const problems: TemplateProblem[] = group.addTmpl(name.slice(0, -'.wxml'.length), spellEvents(text)) ?? []
      for (const { message, level, startLine } of problems) {
        if (level !== 'Note') faults.push(`${name}:${startLine + 1} ${message}`)
      }
    }
    return group.getTmplGenObjectGroups()
  } finally {
    group.free()
  }
}
