import type { Locale } from '../../../src/contract/identity.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'
import { zhCN } from './zh-CN.ts'

const languages: Record<Locale, Words> = { 'zh-CN': zhCN, en }

export const wordsIn = (language: Locale): Words => languages[language]
