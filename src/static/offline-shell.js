/**
 * Keeps the web app's own files on the device, so that it opens without network. Answers of the API never come here:
 * the app keeps the last views itself, each for the person who saw it.
 */
const CACHE = 'shell'
/** Files of one build and a half; older ones leave first. */
const MOST_FILES = 60
const HASHED = /^\/(js|css)\/.+\.[0-9a-f]{8}\.(js|css)$/

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

// what the page had loaded before this worker could see it
self.addEventListener('message', event => {
  event.waitUntil(Promise.all([keep('/'), ...event.data.filter(isShell).map(address => kept(address))]))
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && new URL(request.url).pathname === '/') event.respondWith(newest(request))
  else if (isShell(request.url)) event.respondWith(kept(request.url))
})

function isShell(address) {
  const { origin, pathname } = new URL(address)
  return origin === self.location.origin && HASHED.test(pathname)
}

/** The page itself: the server's, and without network the one kept. */
async function newest(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(CACHE)).put('/', answer.clone())
    return answer
  } catch {
    return (await caches.match('/')) || Response.error()
  }
}

/** A file whose name says its content: kept once, good for ever. */
async function kept(address) {
  return (await caches.match(address)) || keep(address)
}

async function keep(address) {
  const answer = await fetch(address)
  if (answer.ok) {
    const cache = await caches.open(CACHE)
    await cache.put(address, answer.clone())
    const files = await cache.keys()
    for (const old of files.filter(({ url }) => isShell(url)).slice(0, -MOST_FILES)) await cache.delete(old)
  }
  return answer
}
