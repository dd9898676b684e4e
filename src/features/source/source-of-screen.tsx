import { createContext, useContext } from 'react'
import type { Day } from '@/contract/periods'
import type { ReportSource } from '@/contract/report-envelope'
import { Paragraph, Tag } from '@/ui'
import { useText } from '../language/text'
import { newestOf } from './model'

/** Who counted what is on screen; the frame of a report says it to everything in it. */
export const SourceOfScreen = createContext<ReportSource>('wechat')

export const useSourceOfScreen = (): ReportSource => useContext(SourceOfScreen)

/** The last day that the screen can be asked about. */
export const useNewest = (yesterday: Day): Day => newestOf(useSourceOfScreen(), yesterday)

/** Who counted, beside the name of a definition. */
export function SourceTag() {
  const { states } = useText()
  return useSourceOfScreen() === 'collector' ? <Tag text={states.own} tone="own" /> : <Tag text={states.official} />
}

/** Below a definition of WeChat's: that these are our own numbers. */
export function OwnDefinition() {
  const { source } = useText()
  return useSourceOfScreen() === 'collector' ? <Paragraph text={source.definition} /> : null
}
