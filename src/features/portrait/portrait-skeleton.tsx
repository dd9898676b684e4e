import { Box } from '@/platform/elements'
import { Card, ColumnBars, Columns, Skeleton, SkeletonRows } from '@/ui'
import { useText } from '../language/text'
import { rowsAtFirst } from './ranked-list'

const GENDERS = [1, 2, 3]
const AGES = ['≤17', '18-24', '25-29', '30-39', '40-49', '≥50']

/** The cards of a portrait in their own shapes while it is read. */
export function PortraitSkeleton() {
  const { portrait, states } = useText()
  const rows = <SkeletonRows count={rowsAtFirst(10)} label={states.reading} />
  return (
    <>
      <Columns
        even
        left={
          <Card busy title={portrait.genders}>
            <Box className="da-ring">
              <Box className="da-ring-plot da-ring-blank" />
              <Box className="da-keys da-ring-keys">
                {GENDERS.map(id => (
                  <Box className="da-key" key={id}>
                    <Skeleton width="100%" height={14} />
                  </Box>
                ))}
              </Box>
            </Box>
          </Card>
        }
        right={
          <Card busy title={portrait.ages}>
            <ColumnBars
              label={states.reading}
              bars={AGES.map(label => ({ id: label, label, ratio: null, text: '' }))}
            />
          </Card>
        }
      />
      <Columns
        even
        left={<Card title={portrait.province}>{rows}</Card>}
        right={<Card title={portrait.city}>{rows}</Card>}
      />
    </>
  )
}
