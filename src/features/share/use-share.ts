import { useRef } from 'react'
import { useStore } from 'zustand'
import { sessionStore } from '@/api/session'
import { drawReport } from '@/charts/picture'
import type { Range } from '@/lib/periods'
import { AlbumClosed, sharePicture } from '@/platform/picture'
import type { ToastMessage } from '@/ui'
import { currentMinute } from '../clock/now'
import { fileName } from '../export/model'
import { useLocale, useText } from '../language/text'
import { type PictureFrame, pictureOf, type ReportPicture } from './model'

export interface Sharing extends Omit<PictureFrame, 'app' | 'user' | 'now'> {
  /** null while the list of apps is read. */
  app: PictureFrame['app'] | null
  range: Range
  /** What is on screen; null where there is nothing to share. */
  picture: (() => ReportPicture) | null
  /** Says how it went: `show` of useToast. */
  onDone: (message: ToastMessage) => void
}

/** Hands the report on screen on as a picture, or says that there is nothing to hand on yet. */
export function useShare({ app, picture, range, onDone, ...frame }: Sharing): () => void {
  const { share: words } = useText()
  const locale = useLocale()
  const user = useStore(sessionStore, state => state.signedIn?.user ?? null)
  const isBusy = useRef(false)
  const share = async () => {
    if (isBusy.current) return
    if (app === null || picture === null) return onDone({ text: words.nothing })
    isBusy.current = true
    try {
      const drawn = pictureOf({ ...frame, app, user, now: currentMinute() }, picture(), locale)
      const name = fileName(app, frame.title, range, 'png')
      const become = await sharePicture({ name, layOut: drawReport(drawn) })
      if (become === 'saved') onDone({ text: words.saved })
    } catch (error) {
      onDone({ text: error instanceof AlbumClosed ? words.album : words.failed })
    } finally {
      isBusy.current = false
    }
  }
  return () => void share()
}
