import { Chips, ListHeading, Segmented, Sheet } from '@/ui'
import type { RealtimeChoice } from '../choices/report-choices'
import { useText } from '../language/text'
import { type CurveMinutes, curveMinutes, type RealtimeSpan, realtimeSpans, spanAfter } from './spans'

export interface ControlsSheetProps {
  open: boolean
  choice: RealtimeChoice
  onChoose: (change: Partial<RealtimeChoice>) => void
  /** Another day to compare with, from a calendar. */
  onOtherDay: () => void
  onClose: () => void
}

/** Granularity, stretch of the day, and which day is compared; each holds at once. */
export function ControlsSheet({ open, choice, onChoose, onOtherDay, onClose }: ControlsSheetProps) {
  const { realtime, states } = useText()
  const { granularity, span, base } = choice
  const isNamed = base === 'day' || base === 'week'
  const pickBase = (id: 'day' | 'week' | 'date') =>
    id === 'date' ? onOtherDay() : onChoose({ base: id, compare: true })
  return (
    <Sheet
      kept
      id="realtime-controls"
      open={open}
      title={realtime.controls}
      closeLabel={states.close}
      onClose={onClose}
    >
      <ListHeading title={realtime.grain} />
      <Chips
        kind="one"
        label={realtime.grain}
        options={curveMinutes.map(one => ({
          id: String(one),
          text: realtime.granularity(one),
          isOn: one === granularity,
        }))}
        onPress={id => {
          const chosen = Number(id) as CurveMinutes
          onChoose({ granularity: chosen, span: spanAfter(chosen, span) })
        }}
      />
      <ListHeading title={realtime.span} />
      <Chips
        kind="one"
        label={realtime.span}
        options={realtimeSpans.map(id => ({ id, text: realtime.spans[id], isOn: id === span }))}
        onPress={id => onChoose({ span: id as RealtimeSpan })}
      />
      <ListHeading title={realtime.base} />
      <Segmented
        full
        label={realtime.base}
        options={(['day', 'week', 'date'] as const).map(id => ({
          id,
          text: id === 'date' && !isNamed ? base : realtime.bases[id],
        }))}
        value={isNamed ? base : 'date'}
        onChange={pickBase}
      />
    </Sheet>
  )
}
