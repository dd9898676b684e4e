import { call } from '@/api'
import { useView } from '@/api/view'
import type { ContactList } from '@/contract/access'
import { Note } from '@/ui'
import { useText } from '../language/text'

const HOUR = 3_600_000

/** Names the admins who can open more of an app; silent while they are not known. */
export function WhomToAsk({ appid }: { appid: string }) {
  const { access } = useText()
  const { data } = useView<ContactList>({
    name: `${appid}/contacts`,
    read: signal => call('listContacts', { params: { appid } }, { signal }),
    enabled: appid !== '',
    staleTime: HOUR,
  })
  const names = data?.contacts.map(({ nickname }) => nickname).filter(Boolean) ?? []
  return names.length === 0 ? null : <Note text={access.ask(names.join(access.join))} />
}
