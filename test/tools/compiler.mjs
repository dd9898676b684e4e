import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import ci from 'miniprogram-ci'

/**
 * WeChat's own compiler on a project folder, without a network: `node compiler.mjs <folder> <answer.json>`.
 * A process of its own, since the compiler forks workers that inherit every flag of their parent. The answer is
 * `{ files: { name: bytes } }` or `{ error }`.
 */
const [folder = '', answer = ''] = process.argv.slice(2)

/** What WeChat's server would say about the app; given here, so that the compiler asks nobody. */
const attr = async () => ({
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
})

try {
  writeFileSync(answer, JSON.stringify({ files: await compile() }))
} catch (error) {
  writeFileSync(answer, JSON.stringify({ error: String(error?.message ?? error) }))
}
process.exit(0)

async function compile() {
  const privateKeyPath = path.join(folder, 'key.pem')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
    attr,
  })
  const setting = { es6: true, es7: true, minify: true, autoPrefixWXSS: true }
  const options = { project, version: '0.0.0', setting, onProgressUpdate: () => undefined }
  const files = await ci.getCompiledResult(options, path.join(folder, 'out.zip'))
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.byteLength(text)]))
}
