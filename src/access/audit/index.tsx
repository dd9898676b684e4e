import { AuditList } from '@/features/grants/audit-list'
import { useAudit } from '@/features/grants/use-audit'
import { useLocale, useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { useAppid } from '@/features/shell/params'
import { usePull } from '@/features/shell/pull'
import { appPath } from '@/features/shell/routes'
import { auditText } from '@/lib/text/audit'
import { goBack } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** 授权记录: who let whom in, who looked, who took what along. */
export default function AuditPage() {
  const { apps } = useText()
  const audit = auditText(useLocale())
  const appid = useAppid()
  const isSignedIn = useSignedIn()
  const records = useAudit(appid)
  usePull(records.refetch)
  const leading = { icon: 'back', label: apps.back, onPress: () => goBack(appPath('grants', appid)) } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={audit.title} />}>
      {isSignedIn ? <AuditList records={records} /> : null}
    </Screen>
  )
}
