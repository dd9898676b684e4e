import { type ReactNode, useCallback, useState } from 'react'
import { Paragraph, Sheet } from '@/ui'
import { useText } from '../language/text'

export type Explain = (title: string, text: string) => void

/** Why a number is missing or old, in a sheet. Put `sheet` into the screen's `over`. */
export function useExplain(): { explain: Explain; sheet: ReactNode } {
  const { states } = useText()
  const [reason, setReason] = useState<{ title: string; text: string } | null>(null)
  const explain = useCallback<Explain>((title, text) => setReason({ title, text }), [])
  return {
    explain,
    sheet: (
      <Sheet
        id="explain-sheet"
        open={reason !== null}
        title={reason?.title ?? ''}
        closeLabel={states.close}
        onClose={() => setReason(null)}
      >
        <Paragraph text={reason?.text ?? ''} />
      </Sheet>
    ),
  }
}
