/** How WeChat's built-ins look before the mini program says anything. */
export const BASE_CSS = `
html, body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
body { font-family: -apple-system-font, 'Helvetica Neue', 'PingFang SC', 'Noto Sans SC', sans-serif; -webkit-tap-highlight-color: transparent; }
html, body, .host-page { height: 100%; }
.host-page[hidden] { display: none; }
page { display: block; min-height: 100vh; font-size: 16px; line-height: 1.4; }
view, scroll-view, swiper, picker, form, page-meta { display: block; }
page-meta { display: none; }
root-portal { display: contents; }
text, label { display: inline; }
scroll-view { overflow: hidden; -webkit-overflow-scrolling: touch; }
scroll-view[scroll-x] { overflow-x: auto; }
scroll-view[scroll-y] { overflow-y: auto; }
scroll-view[enable-flex] { display: flex; }
scroll-view:not([show-scrollbar])::-webkit-scrollbar { display: none; }
swiper { height: 150px; overflow: hidden; white-space: nowrap; }
swiper-item { display: inline-block; width: 100%; height: 100%; white-space: normal; vertical-align: top; }
image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
image > img { display: block; width: 100%; height: 100%; }
input { display: block; width: auto; height: 1.4rem; min-height: 1.4rem; padding: 0; border: 0; outline: none; background: none; font: inherit; color: inherit; appearance: none; }
textarea { display: block; width: 300px; height: 150px; padding: 0; border: 0; outline: none; background: none; font: inherit; color: inherit; resize: none; }
button { position: relative; display: block; box-sizing: border-box; width: auto; margin: 0 auto; padding: 0 14px; border: 0; border-radius: 5px; font: inherit; font-size: 18px; line-height: 2.56; text-align: center; color: #000; background: #f8f8f8; }
canvas { position: relative; display: block; width: 300px; height: 150px; touch-action: none; }
switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; }
switch[aria-checked="true"] { background: #04be02; }
`
