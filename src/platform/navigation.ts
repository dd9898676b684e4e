import Taro from '@tarojs/taro'

/** Opens a page on top: `/reports/trend/index?appid=…`. */
export function navigateTo(url: string): void {
  void Taro.navigateTo({ url })
}

/** Puts a page in the place of this one. */
export function redirectTo(url: string): void {
  void Taro.redirectTo({ url })
}

/** Closes everything and opens a page. */
export function reLaunch(url: string): void {
  void Taro.reLaunch({ url })
}

/** Goes back one page; opens `home` when there is none, as after a reload or a shared link. */
export function goBack(home: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else reLaunch(home)
}
