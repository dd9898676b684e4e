import { openTestStores } from '../../../support/database.ts'
import { describeRotation } from '../../../support/suites/rotation.ts'
import { describeStores } from '../../../support/suites/stores.ts'

describeStores('PGlite', openTestStores)
describeRotation('PGlite', openTestStores)
