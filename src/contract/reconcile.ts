/** Why our own number of a day differs from WeChat's. */
export const reconcileCauses = [
  /** One of the two has no number. */
  'wechat_unknown',
  'collector_silent',
  /** The first day of our own events, or today: a part of a day. */
  'collector_began',
  'day_unfinished',
  /** WeChat may still change its number. */
  'wechat_provisional',
  /** Ours is less: versions without the SDK, people who did not consent, devices that never came back online. */
  'sdk_coverage',
  /** Ours is more: WeChat leaves out what it takes for machines, or a version sends twice. */
  'collector_more',
  /** WeChat does not say after how long an open ends; ours ends after 30 minutes. */
  'session_timeout',
  /** Without openid a device counts as a person. */
  'identity',
  /** New is who never came since our own counting began; WeChat knows people from before. */
  'new_since_sdk',
  /** Background is not counted by the SDK. */
  'stay_definition',
] as const
export type ReconcileCause = (typeof reconcileCauses)[number]
