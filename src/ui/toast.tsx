import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Box, Tap } from '@/platform/elements'

export interface ToastMessage {
  text: string
  /** One action: `撤销`. */
  action?: { text: string; onPress: () => void }
  /** ms; default 3 000, or 8 000 with an action. */
  stay?: number
}

/** One line above the dock, one at a time. Put `toast` into the screen's `over`. */
export function useToast(): { toast: ReactNode; show: (message: ToastMessage) => void; hide: () => void } {
  const [message, setMessage] = useState<ToastMessage | null>(null)
  const hide = useCallback(() => setMessage(null), [])
  useEffect(() => {
    if (!message) return
    const timer = setTimeout(hide, message.stay ?? (message.action ? 8_000 : 3_000))
    return () => clearTimeout(timer)
  }, [message, hide])
  // a place of its own: what comes and goes beside the page would otherwise send the whole page to the screen again
  const toast = (
    <Box className="da-over" role="status">
      {message ? <Toast {...message} onDone={hide} /> : null}
    </Box>
  )
  return { toast, show: setMessage, hide }
}

function Toast({ text, action, onDone }: ToastMessage & { onDone: () => void }) {
  return (
    <Box className="da-toast">
      <Box tag="span" className="da-toast-tx">
        {text}
      </Box>
      {action ? (
        <Tap
          className="da-toast-a"
          onPress={() => {
            action.onPress()
            onDone()
          }}
        >
          {action.text}
        </Tap>
      ) : null}
    </Box>
  )
}
