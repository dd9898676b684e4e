import type { PortraitAnswer } from '@/contract/report-portrait'
import { Card, Columns, Note } from '@/ui'
import { useText } from '../language/text'
import { Nothing } from '../report/nothing'
import { AgeCard } from './age-card'
import { AttributeCard } from './attribute-card'
import { CityCard } from './city-card'
import { GenderCard } from './gender-card'
import { hasPeople, type ShownAttribute, type ShownPortrait } from './model'
import { OwnPortrait } from './own-portrait'
import { PortraitSkeleton } from './portrait-skeleton'
import { RankedList } from './ranked-list'

export interface PortraitCardsProps {
  answer: PortraitAnswer | null
  shown: ShownPortrait | null
  /** What the lists answer: another begins short again. */
  question: string
  isReading: boolean
  onDefine: (attribute: ShownAttribute) => void
  onRetry: () => void
}

/** The six attributes of a portrait, their shapes while it is read, or why there is none. */
export function PortraitCards({ answer, shown, question, isReading, onDefine, onRetry }: PortraitCardsProps) {
  const { portrait } = useText()
  if (answer === null || shown === null || !hasPeople(shown.lists)) {
    const isComing = answer === null ? isReading : answer.freshness.state === 'pending'
    if (isComing) return <PortraitSkeleton />
    return (
      <Card>
        <Nothing
          freshness={answer?.freshness ?? null}
          isReading={isReading}
          title={portrait.nothing}
          text={portrait.nothingText}
          onRetry={onRetry}
        />
      </Card>
    )
  }
  if (answer.source === 'collector') return <OwnPortrait question={question} lists={shown.lists} onDefine={onDefine} />
  const { genders, ages, province, city, platforms, devices } = shown.lists
  return (
    <>
      <Columns
        even
        left={<GenderCard question={question} items={genders} onDefine={onDefine} />}
        right={<AgeCard items={ages} onDefine={onDefine} />}
      />
      <Columns
        even
        left={
          <AttributeCard attribute="province" items={province} onDefine={onDefine}>
            <RankedList question={question} items={province} count={10} />
          </AttributeCard>
        }
        right={<CityCard question={question} cities={city} provinces={province} onDefine={onDefine} />}
      />
      <Columns
        even
        left={
          <AttributeCard attribute="platforms" items={platforms} onDefine={onDefine}>
            <RankedList question={question} items={platforms} count={10} />
          </AttributeCard>
        }
        right={
          <AttributeCard
            attribute="devices"
            items={devices}
            onDefine={onDefine}
            trailing={<Note text={portrait.topModels} />}
          >
            <RankedList question={question} items={devices} count={20} />
          </AttributeCard>
        }
      />
    </>
  )
}
