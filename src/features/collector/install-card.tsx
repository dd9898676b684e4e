import { useState } from 'react'
import type { Collector } from '@/contract/collector'
import { Box } from '@/platform/elements'
import { Card, Note, Segmented } from '@/ui'
import { useText } from '../language/text'
import { CopyButton } from './copy-button'
import { type InstallHost, installHosts } from './model'
import { snippet } from './snippets'

/** The lines that connect an app, with its own key in them. */
export function InstallCard({ collector }: { collector: Collector }) {
  const { collector: words } = useText()
  const [host, setHost] = useState<InstallHost>('native')
  const code = snippet(host, collector)
  return (
    <Card title={words.install}>
      <Segmented
        full
        label={words.install}
        options={installHosts.map(id => ({ id, text: words.hosts[id] }))}
        value={host}
        onChange={setHost}
      />
      <Box className="da-code">{code}</Box>
      {host === 'web' ? null : <Note text={words.domain(collector.url)} />}
      <Note text={words.consent} />
      <Box className="da-form-actions">
        <CopyButton text={words.copyCode} what={code} />
      </Box>
    </Card>
  )
}
