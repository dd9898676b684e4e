import { granularities } from '@/contract/periods'
import { cohorts } from '@/contract/retention'
import { Box } from '@/platform/elements'
import { Segmented } from '@/ui'
import type { RetentionChoice } from '../choices/report-choices'
import { choose } from '../choices/store'
import { useText } from '../language/text'

/** Whose retention, and by days, weeks or months. */
export function RetentionChoices({ appid, choice }: { appid: string; choice: RetentionChoice }) {
  const { retention, reports } = useText()
  return (
    <Box className="da-choices">
      <Segmented
        full
        surface="page"
        label={retention.kind}
        options={cohorts.map(id => ({ id, text: retention.cohort[id] }))}
        value={choice.cohort}
        onChange={cohort => choose(appid, 'retention', { cohort })}
      />
      <Segmented
        surface="page"
        label={reports.granularity}
        options={granularities.map(id => ({ id, text: reports[id] }))}
        value={choice.granularity}
        onChange={granularity => choose(appid, 'retention', { granularity })}
      />
    </Box>
  )
}
