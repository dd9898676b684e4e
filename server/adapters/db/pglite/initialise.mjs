import { openFolder } from './open.mjs'

/** Makes an empty database in the folder named on the command line, and ends. */
const pg = await openFolder(process.argv[2])
await pg.close()
