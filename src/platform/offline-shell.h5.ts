/** Keeps the web app's own files on the device, so that it opens without network; browsers without that go without. */
export function keepShell(): void {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  serviceWorker
    .register('offline-shell.js')
    .then(() => serviceWorker.ready)
    .then(({ active }) => active?.postMessage(performance.getEntriesByType('resource').map(({ name }) => name)))
    // an address without https has no such worker
    .catch(() => undefined)
}
