import { type ReactNode, useCallback, useState } from 'react'
import { call } from '@/api'
import type { PageRow } from '@/contract/report-pages'
import { Button, Note, Sheet, TextField } from '@/ui'
import { useText } from '../language/text'

const LONGEST = 64

/** Gives a page a name of one's own; nothing typed takes it away. Put `sheet` into the screen's `over`. */
export function useRemark(appid: string, onSaved: () => void): { edit: (row: PageRow) => void; sheet: ReactNode } {
  const { pages, states } = useText()
  const [edited, setEdited] = useState<{ path: string; remark: string } | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const edit = useCallback(({ path, remark }: PageRow) => {
    setFault(undefined)
    setEdited({ path, remark: remark ?? '' })
  }, [])
  const save = async () => {
    if (edited === null || isBusy) return
    const remark = edited.remark.trim()
    setBusy(true)
    try {
      await call('writePageRemark', { params: { appid }, body: { path: edited.path, remark: remark || null } })
      setEdited(null)
      onSaved()
    } catch {
      setFault(pages.remarkFailed)
    } finally {
      setBusy(false)
    }
  }
  return {
    edit,
    sheet: (
      <Sheet
        id="remark-sheet"
        open={edited !== null}
        title={pages.remark}
        closeLabel={states.close}
        onClose={() => setEdited(null)}
      >
        <Note text={edited?.path ?? ''} />
        <TextField
          id="page-remark"
          label={pages.remark}
          value={edited?.remark ?? ''}
          maxLength={LONGEST}
          help={pages.remarkHelp}
          error={fault}
          onChange={remark => setEdited(before => before && { ...before, remark })}
          onSubmit={() => void save()}
        />
        <Button block kind="primary" busy={isBusy} text={pages.saveRemark} onPress={() => void save()} />
      </Sheet>
    ),
  }
}
