import { useState } from 'react'
import { call } from '@/api'
import { useView } from '@/api/view'
import type { Me } from '@/contract/identity'
import { useToast } from '@/ui'
import { usePrivacy } from './use-privacy'

/** What 我的 is made of: the person as the server knows one, and what is open above. */
export function useProfilePage() {
  const me = useView<Me>({ name: 'me', read: signal => call('readMe', {}, { signal }), staleTime: 0 })
  const { toast, show } = useToast()
  const privacy = usePrivacy(show)
  const [isErasing, setErasing] = useState(false)
  return { me, privacy, toast, tell: show, isErasing, setErasing }
}

export type ProfilePage = ReturnType<typeof useProfilePage>
