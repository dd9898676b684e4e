import { type ReactNode, useCallback, useState } from 'react'
import { Button, Paragraph, Sheet } from '@/ui'
import { useText } from '../language/text'

interface Reason {
  title: string
  text: string
  /** What can be done about it. */
  action?: { text: string; onPress: () => void } | undefined
}

export type Explain = (title: string, text: string, action?: Reason['action']) => void

/** Why a number is missing or old, in a sheet. Put `sheet` into the screen's `over`. */
export function useExplain(): { explain: Explain; sheet: ReactNode } {
  const { states } = useText()
  const [reason, setReason] = useState<Reason | null>(null)
  const explain = useCallback<Explain>((title, text, action) => setReason({ title, text, action }), [])
  const action = reason?.action
  const act = () => {
    setReason(null)
    action?.onPress()
  }
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
        {action ? <Button block text={action.text} onPress={act} /> : null}
      </Sheet>
    ),
  }
}
