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
    provisional: '由小程序里的 SDK 报来的事件算出，这一天还没过完，数还会变。',
    missing: '这段日期还没有接入 SDK，没有自采的数。',
    failed: '没能从我们的服务器读到自采的数，点按再试一次。',
  },
  missing: '没有自采的数',
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
      'Counted from the events of the SDK in the mini program; the day is not over and the number still moves.',
    missing: 'The SDK was not there yet in these days: we have no numbers of our own.',
    failed: 'Our own numbers could not be read from the server; tap to try again.',
  },
  missing: 'no own numbers',
  gap: days => `${days}: before the SDK, not counted in`,
}
