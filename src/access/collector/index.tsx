import { CollectorCards } from '@/features/collector/collector-cards'
import { useCollectorPage } from '@/features/collector/use-collector-page'
import { useText } from '@/features/language/text'
import { AdminScreen } from '@/features/shell/admin-screen'

/** 数据采集: the events as they arrive, the lines to add, the write key. */
export default function CollectorPage() {
  const { collector, states } = useText()
  const page = useCollectorPage()
  return (
    <AdminScreen page="collector" place={page} title={collector.title} source={{ text: states.own, tone: 'own' }}>
      <CollectorCards page={page} />
    </AdminScreen>
  )
}
