import { reportPage } from '../page.config'

export default definePageConfig({ ...reportPage, enablePageScroll: true } as object)
