import { accessPage } from '../page.config'

export default definePageConfig({ ...accessPage, enableShareAppMessage: true, enablePageScroll: true } as object)
