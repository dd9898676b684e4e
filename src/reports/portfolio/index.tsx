import { PortfolioBody } from '@/features/portfolio/portfolio-body'
import { PortfolioScreen } from '@/features/portfolio/portfolio-screen'
import { usePortfolioPage } from '@/features/portfolio/use-portfolio-page'
import { useSignedIn } from '@/features/session/signed-in'

/** 组合: all apps by yesterday's change, the biggest drop first. */
export default function PortfolioPage() {
  const isSignedIn = useSignedIn()
  const page = usePortfolioPage()
  if (!isSignedIn) return null
  return (
    <PortfolioScreen page={page}>
      <PortfolioBody page={page} />
    </PortfolioScreen>
  )
}
