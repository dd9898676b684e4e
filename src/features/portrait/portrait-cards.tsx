import type { PortraitAttribute } from '@/contract/portrait'
import type { PortraitAnswer } from '@/contract/report-portrait'
import { Card, Columns, Note } from '@/ui'
import { useText } from '../language/text'
import { Nothing } from '../report/nothing'
import { AgeCard } from './age-card'
import { AttributeCard } from './attribute-card'
import { CityCard } from './city-card'
import { GenderCard } from './gender-card'
import { hasPeople, type ShownPortrait } from './model'
import { PortraitSkeleton } from './portrait-skeleton'
import { RankedList } from './ranked-list'

export interface PortraitCardsProps {
  answer: PortraitAnswer | null
  shown: ShownPortrait | null
  isReading: boolean
  onDefine: (attribute: PortraitAttribute) => void
  onRetry: () => void
}

/** The six attributes of a portrait, their shapes while it is read, or why there is none. */
export function PortraitCards({ answer, shown, isReading, onDefine, onRetry }: PortraitCardsProps) {
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
  const { genders, ages, province, city, platforms, devices } = shown.lists
  return (
    <>
      <Columns
        even
        left={<GenderCard items={genders} onDefine={onDefine} />}
        right={<AgeCard items={ages} onDefine={onDefine} />}
      />
      <Columns
        even
        left={
          <AttributeCard attribute="province" items={province} onDefine={onDefine}>
            <RankedList items={province} count={10} />
          </AttributeCard>
        }
        right={<CityCard cities={city} provinces={province} onDefine={onDefine} />}
      />
      <Columns
        even
        left={
          <AttributeCard attribute="platforms" items={platforms} onDefine={onDefine}>
            <RankedList items={platforms} count={10} />
          </AttributeCard>
        }
        right={
          <AttributeCard
            attribute="devices"
            items={devices}
            onDefine={onDefine}
            trailing={<Note text={portrait.topModels} />}
          >
            <RankedList items={devices} count={20} />
          </AttributeCard>
        }
      />
    </>
  )
}
