import { chartPage } from '../page.config'

export default definePageConfig(chartPage)
