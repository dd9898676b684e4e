import { accessPage } from '../page.config'

export default definePageConfig(accessPage)
