/// <reference types="@tarojs/taro" />

declare module '*.css'

/** The server that the mini program talks to, from `TARO_APP_SERVER_URL` at build time; empty on the web (same origin). */
declare const SERVER_URL: string

/** A picture of the package, as WeChat wants its path. */
declare module '*.png' {
  const path: string
  export default path
}
