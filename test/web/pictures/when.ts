/** In the afternoon, when all of yesterday is there and final, so that a picture is the same at any hour. */
const MOMENT = Date.parse('2026-07-15T16:30:00+08:00')

/** How far the clocks of pictures are ahead of the machine's. ms */
export const aheadNow = () => MOMENT - Date.now()
