import type { ReconcileCause } from '../../contract/reconcile'

/** Who counted: WeChat, or our own SDK. */
export const zh = {
  title: '数据来源',
  pick: (name: string) => `数据来源 ${name}，点按更换`,
  choice: { wechat: '官方 · 微信算好的数', collector: '自采 · 小程序里的 SDK 报来的数' },
  text: '官方是微信按天算好的数，一位不改。自采是装了 SDK 的版本报来的事件，我们自己数的：会话隔 30 分钟另算一次，没有装 SDK 或没有同意的人不在里面。两者口径不同，数不会完全一样。这个选择只对这个应用有效。',
  definition: '自采：由小程序里的 SDK 报来的事件算出，不是微信的数。',
  why: {
    pending: '正在读自采的数。',
    final: '由小程序里的 SDK 报来的事件算出，这一天已经过完。',
    provisional: '由小程序里的 SDK 报来的事件算出，这一天还没过完，或者有晚到的事件还没数进去，数还会变。',
    missing: '这段日期还没有接入 SDK，没有自采的数。',
    failed: '没能从我们的服务器读到自采的数，点按再试一次。',
  },
  soFar: (moment: string | null) => (moment === null ? '到现在' : `到 ${moment}`),
  missing: '没有自采的数',
  compare: '两者差多少',
  share: '自采÷官方',
  ratio: (percent: string) => `最近 7 天里，自采通常是官方的 ${percent}。`,
  noRatio: '最近 7 天里，没有一天两边都有完整的数。',
  causes: {
    wechat_unknown: '有几天微信还没有数。',
    collector_silent: '有几天没有收到事件。',
    collector_began: '第一天接入时，只收到了半天的事件。',
    day_unfinished: '今天还没过完。',
    wechat_provisional: '微信的数是暂定的，还可能微调。',
    sdk_coverage: '自采少：没有装 SDK 的旧版本、没有同意的人和一直没有联网的设备不在里面。',
    collector_more: '自采多：微信会去掉它认为是机器的访问，或者有版本重复上报。',
    session_timeout: '微信没有公布一次打开多久算结束，自采是 30 分钟没有动作。',
    identity: '没有 openid 的时候，自采按设备数人。',
    new_since_sdk: '自采从接入那天起才认识人，之前来过的也算新。',
    stay_definition: '自采不算放在后台的时间。',
  } satisfies Record<ReconcileCause, string>,
  gap: (days: string) => `${days} 还没有接入 SDK，没有算进去`,
}

export const en: typeof zh = {
  title: 'Source of the numbers',
  pick: name => `Source ${name}, tap to change`,
  choice: { wechat: 'WeChat · as WeChat computed them', collector: 'Own · from the SDK in the mini program' },
  text: "WeChat's numbers are shown to the digit. Our own are counted from events of versions with the SDK: an open ends after 30 minutes without an event, and people without the SDK or without consent are not among them. The two are defined differently and never quite agree. The choice holds for this app alone.",
  definition: "Own: counted from the events of the SDK in the mini program, not WeChat's number.",
  why: {
    pending: 'Our own numbers are being read.',
    final: 'Counted from the events of the SDK in the mini program; the day is over.',
    provisional:
      'Counted from the events of the SDK in the mini program; the day is not over, or late events are not counted yet: the number still moves.',
    missing: 'The SDK was not there yet in these days: we have no numbers of our own.',
    failed: 'Our own numbers could not be read from the server; tap to try again.',
  },
  soFar: moment => (moment === null ? 'so far' : `so far, ${moment}`),
  missing: 'no own numbers',
  compare: 'How far they are apart',
  share: 'Own ÷ WeChat',
  ratio: percent => `Over the last 7 days our own number is usually ${percent} of WeChat's.`,
  noRatio: 'On none of the last 7 days do both have a whole number.',
  causes: {
    wechat_unknown: 'WeChat has no number of some days yet.',
    collector_silent: 'No event came on some days.',
    collector_began: 'On the first day with the SDK only a part of the day was counted.',
    day_unfinished: 'Today is not over.',
    wechat_provisional: "WeChat's number is provisional and may still change.",
    sdk_coverage:
      'Ours is less: versions without the SDK, people who did not consent and devices that never came back online.',
    collector_more: 'Ours is more: WeChat leaves out what it takes for machines, or a version sends twice.',
    session_timeout: 'WeChat does not say when an open ends; ours ends after 30 minutes without an event.',
    identity: 'Without openid a device counts as a person.',
    new_since_sdk: 'We know people only since the SDK: who came before counts as new.',
    stay_definition: 'Time in the background is not counted by the SDK.',
  },
  gap: days => `${days}: before the SDK, not counted in`,
}
