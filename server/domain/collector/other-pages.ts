/** The path under which `EventReports.pages` tells what the pages beyond the 2,000 of a day have together; its people are 0. */
export const otherPages = '其他'
