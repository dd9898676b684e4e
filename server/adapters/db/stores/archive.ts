import type { Kysely } from 'kysely'
import type { Archive } from '../../../ports/archive.ts'
import type { Tables } from '../tables.ts'
import { claimPeriods } from './archive-claim.ts'
import { eraseArchive } from './archive-erase.ts'
import {
  newestWithData,
  readEntries,
  readKeptEntries,
  readRevisions,
  readStandings,
  summarise,
} from './archive-read.ts'
import { readVersion } from './archive-version.ts'
import { keepAnswers, noteAttempt } from './archive-write.ts'
import { groupAnswers } from './group-answers.ts'

/** WeChat's answers, text as it came, one row for each app, report and period. */
export const createArchive = (db: Kysely<Tables>): Archive => ({
  read: (appid, report, periods) => readEntries(db, appid, report, periods),
  readKept: (appid, report, periods) => readKeptEntries(db, appid, report, periods),
  claim: (appid, report, periods, now, until) => claimPeriods(db, { appid, report, periods }, now, until),
  keep: groupAnswers((appid, answers) => keepAnswers(db, appid, answers)),
  revisions: (appid, report, periods) => readRevisions(db, appid, report, periods),
  note: attempt => noteAttempt(db, attempt),
  version: appid => readVersion(db, appid),
  latestWithData: (appid, report, before) => newestWithData(db, appid, report, before),
  standings: (appid, report, periods) => readStandings(db, appid, report, periods),
  summary: appid => summarise(db, appid),
  erase: appid =>
    db.transaction().execute(async trx => {
      // keeps those who write to the archive of this app away until it is done
      await trx.selectFrom('apps').select('appid').where('appid', '=', appid).forUpdate().execute()
      await eraseArchive(trx, appid)
    }),
})
