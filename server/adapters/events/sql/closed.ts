/**
 * SQL: true for a row whose day is not closed. The raw events of a closed day are gone, so that nothing of it can be
 * worked out again.
 */
export const isOpen = (app: string, day: string) =>
  `not exists (select 1 from closed_days as closed where closed.app = ${app} and closed.day = ${day})`
