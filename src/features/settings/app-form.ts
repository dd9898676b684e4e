import type { App } from '@/contract/apps'
import type { ToastMessage } from '@/ui'

/** What every form about an app is given. */
export interface AppFormProps {
  app: App
  /** Reads the app anew. */
  onSaved: () => Promise<unknown>
  tell: (message: ToastMessage) => void
}
