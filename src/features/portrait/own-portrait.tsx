import { Columns, Note } from '@/ui'
import { useText } from '../language/text'
import { AttributeCard, type AttributeCardProps } from './attribute-card'
import type { ShownAttribute, ShownPortrait } from './model'
import { RankedList } from './ranked-list'

export interface OwnPortraitProps {
  question: string
  lists: ShownPortrait['lists']
  onDefine: AttributeCardProps['onDefine']
}

/** What our own SDK knows of those who came: their phones. */
export function OwnPortrait({ question, lists, onDefine }: OwnPortraitProps) {
  const { portrait } = useText()
  const card = (attribute: Extract<ShownAttribute, 'platforms' | 'systems' | 'devices'>, count: number) => {
    const items = lists[attribute] ?? []
    return (
      <AttributeCard attribute={attribute} items={items} onDefine={onDefine}>
        <RankedList question={question} items={items} count={count} />
      </AttributeCard>
    )
  }
  return (
    <>
      <Columns even left={card('platforms', 10)} right={card('systems', 10)} />
      {card('devices', 20)}
      <Note text={portrait.ownText} />
    </>
  )
}
