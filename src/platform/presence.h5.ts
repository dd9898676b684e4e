/** Calls back when the app comes to the front or leaves it; answers how to stop. */
export function onVisible(listener: (visible: boolean) => void): () => void {
  const heard = () => listener(document.visibilityState !== 'hidden')
  document.addEventListener('visibilitychange', heard)
  return () => document.removeEventListener('visibilitychange', heard)
}

/** Calls back when the network comes or goes; answers how to stop. */
export function onOnline(listener: (online: boolean) => void): () => void {
  const up = () => listener(true)
  const down = () => listener(false)
  window.addEventListener('online', up)
  window.addEventListener('offline', down)
  return () => {
    window.removeEventListener('online', up)
    window.removeEventListener('offline', down)
  }
}
