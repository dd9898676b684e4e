/** A viewer who gives the right to an app back. */
export const zh = {
  leave: '退出这个应用',
  title: (name: string) => `退出「${name}」？`,
  text: '退出后马上看不到它的数据，这台设备上存的也一起清除。管理员会收到消息；想再看，要请管理员重新授权。',
  stay: '再想想',
  leaveNow: '确认退出',
  failed: '没有成功，请再试一次。',
}

export const en: typeof zh = {
  leave: 'Leave this app',
  title: name => `Leave "${name}"?`,
  text: 'You lose sight of its numbers at once, and what this device keeps of them is erased. The admins are told; to look again, ask one of them to let you in.',
  stay: 'Stay',
  leaveNow: 'Leave now',
  failed: 'That did not work, please try again.',
}
