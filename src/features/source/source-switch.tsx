import { type ReactNode, useState } from 'react'
import type { ReportSource } from '@/contract/report-envelope'
import { Button, Card, type HeadProps, Paragraph, PickRow, Sheet } from '@/ui'
import { useText } from '../language/text'
import { Reconcile } from './reconcile'
import { chooseSource } from './use-source'

export interface SourceSwitch {
  /** Beside the date: who counted, and on a tap the choice. */
  tag: NonNullable<HeadProps['source']>
  sheet: ReactNode
}

/** Says who counted and lets the person change it; for an app without events of its own it only says. Put `sheet` into the screen's `over`. */
export function useSourceSwitch(appid: string, source: ReportSource, hasChoice: boolean): SourceSwitch {
  const { states, source: words } = useText()
  const [isOpen, setOpen] = useState(false)
  const [isComparing, compare] = useState(false)
  const close = () => {
    setOpen(false)
    compare(false)
  }
  const name = { wechat: states.official, collector: states.own }
  const tag = source === 'collector' ? { text: name.collector, tone: 'own' as const } : { text: name.wechat }
  if (!hasChoice) return { tag, sheet: null }
  const pick = (one: ReportSource) => {
    close()
    chooseSource(appid, one)
  }
  return {
    tag: { ...tag, label: words.pick(tag.text), onPress: () => setOpen(true) },
    sheet: (
      <Sheet id="source-sheet" open={isOpen} title={words.title} closeLabel={states.close} onClose={close}>
        <Card flush>
          {(['wechat', 'collector'] as const).map(one => (
            <PickRow key={one} title={words.choice[one]} checked={one === source} onPress={() => pick(one)} />
          ))}
        </Card>
        <Paragraph text={words.text} />
        {isComparing ? (
          <Reconcile appid={appid} />
        ) : (
          <Button block text={words.compare} onPress={() => compare(true)} />
        )}
      </Sheet>
    ),
  }
}
