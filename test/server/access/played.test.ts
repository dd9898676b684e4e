import { openTestStores } from '../../support/database.ts'
import { describeAccessGames } from '../../support/suites/access-games.ts'

describeAccessGames('PGlite', openTestStores)
