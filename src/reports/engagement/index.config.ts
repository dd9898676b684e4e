import { reportPage } from '../page.config'

export default definePageConfig(reportPage)
