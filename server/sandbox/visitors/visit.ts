import type { Phone, Place } from './phone.ts'
import { openApp } from './phone.ts'
import type { VisitPlan } from './plan.ts'

/** Lets a person do what is planned; `wait` says how time goes by, and no when the visit is to end at once. */
export async function visit(
  phone: Phone,
  place: Place,
  key: string,
  plan: VisitPlan,
  wait: (ms: number) => Promise<boolean>,
): Promise<void> {
  const { life, tracker } = openApp(phone, place, key)
  life.launch({ scene: plan.scene })
  life.show({ scene: plan.scene })
  if (place.random() < 0.6) tracker.identify({ openid: phone.openid })
  for (const { path, stayMs, isShared, isBought } of plan.stops) {
    life.view(path)
    if (!(await wait(stayMs))) return
    if (isShared) life.share()
    if (isBought) tracker.track('add_to_cart', { page: path })
  }
  life.hide()
}
