import { useState } from 'react'
import type { DemoPerson } from '@/contract/identity'
import { Card, ErrorBanner, ListHeading, ListRow } from '@/ui'
import { useText } from '../language/text'
import { signInAs } from './sign-in'

// identity.ts would bring the schema library along with its list
const demoPersons: readonly DemoPerson[] = ['admin', 'viewer', 'stranger']

/** Demo only: who to be. */
export function DemoCard({ onDone }: { onDone: () => void }) {
  const { session } = useText()
  const [busy, setBusy] = useState<DemoPerson | null>(null)
  const [failed, setFailed] = useState(false)
  const enter = (person: DemoPerson) => {
    setBusy(person)
    setFailed(false)
    signInAs(person).then(onDone, () => {
      setBusy(null)
      setFailed(true)
    })
  }
  return (
    <>
      <ListHeading title={session.demoTitle} />
      {failed ? <ErrorBanner title={session.failed} /> : null}
      <Card flush busy={busy !== null}>
        {demoPersons.map(person => (
          <ListRow
            key={person}
            avatar={{ name: session.demo[person].name, colorKey: person }}
            title={session.demo[person].name}
            subtitle={session.demo[person].text}
            chevron
            onPress={() => enter(person)}
          />
        ))}
      </Card>
      <ListHeading title={session.demoText} />
    </>
  )
}
