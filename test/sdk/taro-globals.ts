/** What Taro's build provides in place of a browser's globals. */
export {
  cancelAnimationFrame,
  document,
  history,
  location,
  navigator,
  requestAnimationFrame,
  window,
} from '@tarojs/runtime'
