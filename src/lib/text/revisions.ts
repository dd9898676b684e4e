/** Numbers that WeChat changed after it had given them. */
export const zh = {
  mark: '微信后来改过',
  label: (count: number) => `有 ${count} 段日期的数微信后来改过，点按看改了什么`,
  text: '微信有时会在算好之后再调整。这里是改之前和改之后，以及我们两次取到的时间；页面上显示的总是最新的。',
  times: (before: string, after: string) => `${before} 取到 → ${after} 取到`,
  name: '改了什么',
  before: '之前',
  after: '之后',
  elsewhere: '这一页上的数没有变：改的是微信同一份答复里别的数。',
  rest: (count: number) => `另有 ${count} 个数也改过`,
  failed: '没能取到修改记录',
  failedText: '请再试一次。',
}

export const en: typeof zh = {
  mark: 'changed by WeChat',
  label: count =>
    `WeChat changed the numbers of ${count} ${count === 1 ? 'period' : 'periods'} later, tap to see which`,
  text: 'WeChat sometimes corrects what it has computed. Below: before and after, and when we read each; the screen always shows the newest.',
  times: (before, after) => `read ${before} → read ${after}`,
  name: 'What',
  before: 'Before',
  after: 'After',
  elsewhere: "The numbers of this page stayed: others in the same answer of WeChat's changed.",
  rest: count => `${count} more changed too`,
  failed: 'What changed could not be read',
  failedText: 'Please try again.',
}
