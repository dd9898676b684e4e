import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type Browser, chromium } from 'playwright-core'
import { alone } from '../../scripts/lock.mjs'

/** Quiet and offline: nothing that a browser does for itself may reach a network or the screen. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
]

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A headless Chromium: `CHROMIUM_PATH`, else the system's, else the one that npm installed. Nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: await executablePath(),
    args: isRoot ? [...ARGS, '--no-sandbox'] : ARGS,
    headless: true,
    // without a language that writes them, a browser names every file with Chinese in it `download`
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
}

async function executablePath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return SYSTEM.find(path => existsSync(path)) ?? packagedChromium()
}

/** Unpacks into the temporary folder on first use, one process for all; `VERCEL` makes it bring the shared libraries that a bare machine lacks. */
async function packagedChromium(): Promise<string> {
  process.env.VERCEL ??= '1'
  const { default: packaged } = await import('@sparticuz/chromium')
  packaged.setGraphicsMode = false
  return alone(tmpdir(), 'unpack Chromium', () => packaged.executablePath())
}
