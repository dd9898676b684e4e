import type { MessageKind, NoticeKind } from '../../contract/notices'

interface Names {
  by: string
  app: string
}

const zhSentences: Record<NoticeKind, (names: Names) => string> = {
  granted: ({ by, app }) => `${by} 授权你查看「${app}」`,
  changed: ({ by, app }) => `${by} 改了你在「${app}」的授权`,
  revoked: ({ by, app }) => `${by} 取消了你在「${app}」的授权`,
  pending: ({ by, app }) => `已接受 ${by} 的邀请，等管理员确认你查看「${app}」`,
  approved: ({ by, app }) => `${by} 同意你查看「${app}」`,
  rejected: ({ by, app }) => `${by} 没有同意你查看「${app}」`,
  expired: ({ app }) => `你在「${app}」的授权到期了`,
  admin_added: ({ by, app }) => `${by} 把你设为「${app}」的管理员`,
  admin_removed: ({ by, app }) => `${by} 移除了你在「${app}」的管理员身份`,
  unbound: ({ by, app }) => `${by} 解绑了「${app}」`,
  request: ({ by, app }) => `${by} 想查看「${app}」，等你确认`,
  accepted: ({ by, app }) => `${by} 接受了「${app}」的邀请卡片`,
  left: ({ by, app }) => `${by} 退出了「${app}」`,
}

const enSentences: Record<NoticeKind, (names: Names) => string> = {
  granted: ({ by, app }) => `${by} let you see "${app}"`,
  changed: ({ by, app }) => `${by} changed your access to "${app}"`,
  revoked: ({ by, app }) => `${by} revoked your access to "${app}"`,
  pending: ({ by, app }) => `You took ${by}'s invitation; an admin has to confirm that you may see "${app}"`,
  approved: ({ by, app }) => `${by} confirmed that you may see "${app}"`,
  rejected: ({ by, app }) => `${by} did not agree that you see "${app}"`,
  expired: ({ app }) => `Your access to "${app}" has ended`,
  admin_added: ({ by, app }) => `${by} made you an admin of "${app}"`,
  admin_removed: ({ by, app }) => `${by} removed you as an admin of "${app}"`,
  unbound: ({ by, app }) => `${by} unbound "${app}"`,
  request: ({ by, app }) => `${by} would like to see "${app}" and waits for you`,
  accepted: ({ by, app }) => `${by} accepted an invitation to "${app}"`,
  left: ({ by, app }) => `${by} left "${app}"`,
}

const zhMessages: Record<MessageKind, string> = {
  granted: '有人授权给你',
  approved: '你的申请得到同意',
  revoked: '你的授权被取消',
  pending: '你的申请在等确认',
  request: '有人申请查看',
}

const enMessages: Record<MessageKind, string> = {
  granted: 'Somebody lets you in',
  approved: 'Your request is confirmed',
  revoked: 'Your access is revoked',
  pending: 'Your request waits',
  request: 'Somebody asks to be let in',
}

/** What a person was told about rights, and which of it WeChat may bring. */
export const zh = {
  title: '消息',
  sentence: zhSentences,
  somebody: '管理员',
  ended: (day: string) => `到 ${day}`,
  forever: '长期',
  unread: (count: number) => `${count} 条未读`,
  fresh: '未读',
  more: '更早的消息',
  moreFailed: '没能读到更早的消息，请再试一次。',
  emptyTitle: '还没有消息',
  emptyText: '有人授权给你、改动或取消你的授权，或者申请查看你的应用，都会在这里告诉你。',
  failedTitle: '没能读到消息',
  failedText: '连上网络后再试一次。',
  messages: '微信通知',
  messagesText: '微信规定：同意一次，只能通知一次。可以多同意几次攒着。',
  message: zhMessages,
  remaining: (count: number) => (count === 0 ? '未订阅' : `还能收 ${count} 条`),
  subscribe: '再收一次',
  subscribed: (count: number) => `好的，又可以收 ${count} 类通知`,
  declined: '没有订阅。以后随时可以再来。',
  switchedOff: '微信里关闭了订阅消息。请在右上角「…」→ 设置 → 订阅消息里打开。',
}

export const en: typeof zh = {
  title: 'Notices',
  sentence: enSentences,
  somebody: 'An admin',
  ended: day => `until ${day}`,
  forever: 'no end',
  unread: count => `${count} unread`,
  fresh: 'unread',
  more: 'Earlier notices',
  moreFailed: 'Earlier notices could not be read, please try again.',
  emptyTitle: 'No notices yet',
  emptyText: 'Who lets you in, changes or revokes your access, or asks to see an app of yours, is told here.',
  failedTitle: 'Your notices could not be read',
  failedText: 'Try again once you are online.',
  messages: 'Messages in WeChat',
  messagesText: "WeChat's rule: each time you agree, one message may come. You may agree several times ahead.",
  message: enMessages,
  remaining: count => (count === 0 ? 'none' : `${count} to come`),
  subscribe: 'Allow one more',
  subscribed: count => `Good: one more message of ${count === 1 ? 'one kind' : `${count} kinds`}`,
  declined: 'Nothing was allowed. You may come back any time.',
  switchedOff: 'Messages are switched off in WeChat: "…" at the top right → Settings → Subscribed messages.',
}
