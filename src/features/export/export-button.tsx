import { useState } from 'react'
import { ApiError } from '@/api'
import { takeReport } from '@/api/take-report'
import type { App } from '@/contract/apps'
import type { EndpointName } from '@/contract/endpoints'
import type { Range } from '@/lib/periods'
import { Button, type ToastMessage } from '@/ui'
import { useText } from '../language/text'
import { fileName, mayExport } from './model'

/** A table of the server's: the call that answers it, asked for as CSV. */
export interface Table {
  endpoint: EndpointName
  query: object
  /** What the file is called where the page's own name does not say enough. */
  name?: string
}

export interface ExportButtonProps {
  app: App | null
  table: Table
  /** `来源分析` */
  report: string
  range: Range
  /** Says how it went: `show` of useToast. */
  onDone: (message: ToastMessage) => void
}

/** Takes the table on screen along as CSV; nothing for those who may not. */
export function ExportButton({ app, table, report, range, onDone }: ExportButtonProps) {
  const { export: words } = useText()
  const [isBusy, setBusy] = useState(false)
  if (app === null || !mayExport(app)) return null
  const take = async () => {
    setBusy(true)
    try {
      const { endpoint, query } = table
      await takeReport({ endpoint, appid: app.appid, query, name: fileName(app, report, range) })
      onDone({ text: words.done })
    } catch (error) {
      const isForbidden = error instanceof ApiError && error.code === 'forbidden'
      onDone({ text: isForbidden ? words.forbidden : words.failed })
    } finally {
      setBusy(false)
    }
  }
  return <Button block small text={words.button} busy={isBusy} onPress={() => void take()} />
}
