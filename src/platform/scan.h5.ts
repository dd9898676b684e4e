/** Whether the person can point the camera at a code from inside the app: in a browser the phone's own camera opens a link. */
export const canScan: boolean = false

/** What a code says; null where nothing was scanned. */
export async function scanCode(): Promise<string | null> {
  return null
}
