/// <reference types="@tarojs/taro" />

declare module '*.css'

/** The server that the mini program talks to, from `TARO_APP_SERVER_URL` at build time; empty on the web (same origin). */
declare const SERVER_URL: string
