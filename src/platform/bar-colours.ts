/** What is around a page, as `theme.json` tells it to WeChat. */
export const barColours = {
  light: { page: '#ededed', text: 'black', background: 'light' },
  dark: { page: '#111111', text: 'white', background: 'dark' },
} as const
