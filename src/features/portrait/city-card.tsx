import { memo, useState } from 'react'
import type { PortraitCity, PortraitItem } from '@/contract/report-portrait'
import { Card, Empty, PickRow, Segmented, Sheet, TextLink, useMoreRows } from '@/ui'
import { useLocale, useText } from '../language/text'
import { AttributeCard, type AttributeCardProps } from './attribute-card'
import { citiesOf, itemName, rankedItems } from './model'
import { RankedList } from './ranked-list'

export interface CityCardProps {
  question: string
  cities: readonly PortraitCity[]
  provinces: readonly PortraitItem[]
  onDefine: AttributeCardProps['onDefine']
}

/** Provinces to pick from before a tap asks for more: what fits a phone's half screen twice. */
const PROVINCES = 14

/** 城市: of the whole country or of one province. */
export const CityCard = memo(function CityCard({ question, cities, provinces, onDefine }: CityCardProps) {
  const { portrait, reports, states } = useText()
  const locale = useLocale()
  const [province, setProvince] = useState<PortraitItem | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { count, more } = useMoreRows(PROVINCES, String(isOpen))
  const provinceId = province?.id ?? null
  const shown = citiesOf(cities, provinceId)
  const withCities = provinces.filter(({ id }) => id !== null && cities.some(city => city.provinceId === id))
  const choose = (chosen: PortraitItem | null) => {
    setProvince(chosen)
    setOpen(false)
  }
  return (
    <>
      <AttributeCard
        attribute="city"
        items={cities}
        onDefine={onDefine}
        trailing={
          withCities.length === 0 ? undefined : (
            <Segmented
              label={portrait.pickProvince}
              options={[
                { id: 'whole', text: portrait.whole },
                { id: 'one', text: province === null ? portrait.pickProvince : itemName(province.name, locale) },
              ]}
              value={province === null ? 'whole' : 'one'}
              onChange={id => (id === 'whole' ? choose(null) : setOpen(true))}
            />
          )
        }
      >
        {shown.length > 0 ? (
          <RankedList question={`${question} ${provinceId}`} items={shown} count={10} />
        ) : (
          <Empty title={portrait.noCities} text={portrait.nothingText} />
        )}
      </AttributeCard>
      <Sheet
        id="province-sheet"
        open={isOpen}
        title={portrait.pickProvince}
        closeLabel={states.close}
        onClose={() => setOpen(false)}
      >
        <Card flush>
          {rankedItems(withCities, locale)
            .slice(0, count)
            .map(({ id, name, share }) => (
              <PickRow
                key={id}
                title={`${name} ${share}`}
                checked={id === `${provinceId ?? ''} ${province?.name ?? ''}`}
                onPress={() => choose(withCities.find(one => `${one.id ?? ''} ${one.name}` === id) ?? null)}
              />
            ))}
        </Card>
        {withCities.length > count ? <TextLink text={reports.rest(withCities.length - count)} onPress={more} /> : null}
      </Sheet>
    </>
  )
})
