/** A report as a picture. */
export const zh = {
  button: '分享',
  nothing: '还没有数可以分享',
  saved: '图片已保存',
  failed: '没能生成图片，请再试一次',
  album: '没有相册的权限，请在右上角的设置里允许后再试',
  guest: '访客',
  definition: (name: string, text: string) => `${name}：${text}`,
  signature: (product: string, viewer: string, moment: string) => `${product} · ${viewer} 查看于 ${moment}`,
  rest: (count: number) => `其余 ${count} 行没有画出`,
}

export const en: typeof zh = {
  button: 'Share',
  nothing: 'There are no numbers to share yet',
  saved: 'The picture was saved',
  failed: 'The picture could not be made, please try again',
  album: 'No access to the album: allow it in the settings at the top right, then try again',
  guest: 'Guest',
  definition: (name, text) => `${name}: ${text}`,
  signature: (product, viewer, moment) => `${product} · seen by ${viewer}, ${moment}`,
  rest: count => `${count} more rows are not drawn`,
}
