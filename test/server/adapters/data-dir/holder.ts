import { lockDataDir } from '../../../../server/adapters/data-dir/lock.ts'

/** Takes the folder named on the command line, says how that went, and stays until it is ended. */
try {
  await lockDataDir(process.argv[2] ?? '')
  process.stdout.write('holds\n')
  setInterval(() => {}, 1_000)
} catch (error) {
  process.stdout.write(`refused: ${(error as Error).message}\n`)
}
