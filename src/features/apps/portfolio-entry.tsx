import { Card, ListRow } from '@/ui'
import { useText } from '../language/text'
import { openPortfolio } from '../shell/routes'

/** The way to all apps at once. */
export function PortfolioEntry() {
  const { portfolio } = useText()
  return (
    <Card flush>
      <ListRow icon="portfolio" title={portfolio.title} trailing={portfolio.open} chevron onPress={openPortfolio} />
    </Card>
  )
}
