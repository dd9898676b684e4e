import { openTestStores } from '../../../support/database.ts'
import { describeStores } from '../../../support/suites/stores.ts'

describeStores('PGlite', openTestStores)
