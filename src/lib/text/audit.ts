import type { AuditAction } from '../../contract/audit'
import type { Locale } from '../../contract/identity'

interface Names {
  actor: string
  target: string
  report: string
}

const zhSentences: Record<AuditAction, (names: Names) => string> = {
  bind: ({ actor }) => `${actor} 绑定了这个应用`,
  unbind: ({ actor }) => `${actor} 解绑了这个应用`,
  secret: ({ actor }) => `${actor} 更换了 AppSecret`,
  grant: ({ actor, target }) => `${actor} 授权给 ${target}`,
  change: ({ actor, target }) => `${actor} 改了 ${target} 的授权`,
  revoke: ({ actor, target }) => `${actor} 取消了 ${target} 的授权`,
  leave: ({ actor }) => `${actor} 自己退出了`,
  expire: ({ target }) => `${target} 的授权到期了`,
  invite: ({ actor }) => `${actor} 做了一张邀请卡片`,
  accept: ({ actor }) => `${actor} 接受了邀请卡片`,
  approve: ({ actor, target }) => `${actor} 确认了 ${target}`,
  reject: ({ actor, target }) => `${actor} 拒绝了 ${target}`,
  admin_add: ({ actor, target }) => `${actor} 把 ${target} 设为管理员`,
  admin_remove: ({ actor, target }) => `${actor} 移除了管理员 ${target}`,
  view: ({ actor }) => `${actor} 查看了数据`,
  export: ({ actor, report }) => `${actor} 导出了${report}`,
}

const enSentences: Record<AuditAction, (names: Names) => string> = {
  bind: ({ actor }) => `${actor} bound this app`,
  unbind: ({ actor }) => `${actor} unbound this app`,
  secret: ({ actor }) => `${actor} replaced the AppSecret`,
  grant: ({ actor, target }) => `${actor} let ${target} in`,
  change: ({ actor, target }) => `${actor} changed the access of ${target}`,
  revoke: ({ actor, target }) => `${actor} revoked the access of ${target}`,
  leave: ({ actor }) => `${actor} left`,
  expire: ({ target }) => `The access of ${target} ended`,
  invite: ({ actor }) => `${actor} made an invitation`,
  accept: ({ actor }) => `${actor} accepted an invitation`,
  approve: ({ actor, target }) => `${actor} confirmed ${target}`,
  reject: ({ actor, target }) => `${actor} refused ${target}`,
  admin_add: ({ actor, target }) => `${actor} made ${target} an admin`,
  admin_remove: ({ actor, target }) => `${actor} removed the admin ${target}`,
  view: ({ actor }) => `${actor} looked`,
  export: ({ actor, report }) => `${actor} exported ${report}`,
}

/** Who did what to an app. */
export const zh = {
  title: '授权记录',
  sentence: zhSentences,
  system: '系统',
  operator: '运维',
  erased: '已注销的人',
  ended: (day: string) => `到 ${day}`,
  forever: '长期',
  needsApproval: '接受后要确认',
  archiveKept: '历史数据留下',
  table: '表格',
  more: '更早的记录',
  emptyTitle: '还没有记录',
  emptyText: '谁授权、改动、取消、查看和导出，都会留在这里。',
}

export const en: typeof zh = {
  title: 'Access records',
  sentence: enSentences,
  system: 'The system',
  operator: 'The operator',
  erased: 'Somebody who left',
  ended: day => `until ${day}`,
  forever: 'no end',
  needsApproval: 'to be confirmed',
  archiveKept: 'history kept',
  table: 'a table',
  more: 'Earlier records',
  emptyTitle: 'No records yet',
  emptyText: 'Who grants, changes, revokes, looks and exports is written here.',
}

/** Its own page alone says these words: they travel with its package, not with the main one. */
export const auditText = (locale: Locale): typeof zh => (locale === 'en' ? en : zh)
