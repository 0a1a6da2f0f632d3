import type { Database } from 'better-sqlite3'
import type { Refusal } from '../domain/refusal.ts'
import { drizzleOver, type Drizzle } from './drizzle.ts'
import { closeDatabase } from './open.ts'
import { attachmentReads, attachmentWrites } from './repos/attachment-repo.ts'
import { auditReads, auditWrites } from './repos/audit-repo.ts'
import { batchReads, batchWrites } from './repos/batch-repo.ts'
import { boardReads, boardWrites } from './repos/board-repo.ts'
import { calendarReads, calendarWrites } from './repos/calendar-repo.ts'
import { carriageReads, carriageWrites } from './repos/carriage-repo.ts'
import { catalogueReads, catalogueWrites } from './repos/catalogue-repo.ts'
import { conventionReads, conventionWrites } from './repos/convention-repo.ts'
import { columnReads } from './repos/column-repo.ts'
import { countyCardReads, countyCardWrites } from './repos/county-card-repo.ts'
import { deskSearchReads, deskSearchWrites } from './repos/desk-search-repo.ts'
import { downwardReads, downwardWrites } from './repos/downward-repo.ts'
import { dutyReads, dutyWrites } from './repos/duty-repo.ts'
import { editionRecordReads, editionRecordWrites } from './repos/edition-record-repo.ts'
import { editionReads, editionWrites } from './repos/edition-repo.ts'
import { emergencyReads, emergencyWrites } from './repos/emergency-repo.ts'
import { exchangeReads, exchangeWrites } from './repos/exchange-repo.ts'
import { exchangeTaskReads, exchangeTaskWrites } from './repos/exchange-task-repo.ts'
import { kioskReads, kioskWrites } from './repos/kiosk-repo.ts'
import { languageReads, languageWrites } from './repos/language-repo.ts'
import { listReads, listWrites } from './repos/list-repo.ts'
import { liveReads } from './repos/live-repo.ts'
import { matterReads, matterWrites } from './repos/matter-repo.ts'
import { networkReads, networkWrites } from './repos/network-repo.ts'
import { noticeReads, noticeWrites } from './repos/notice-repo.ts'
import { noticeTableReads, noticeTableWrites } from './repos/notice-table-repo.ts'
import { officeReads, officeWrites } from './repos/office-repo.ts'
import { opinionReads, opinionWrites } from './repos/opinion-repo.ts'
import { placementReads, placementWrites } from './repos/placement-repo.ts'
import { portalReads } from './repos/portal-repo.ts'
import { postingReads, postingWrites } from './repos/posting-repo.ts'
import { printJobReads, printJobWrites } from './repos/print-job-repo.ts'
import { publicDisplayReads, publicDisplayWrites } from './repos/public-display-repo.ts'
import { publicReads } from './repos/public-repo.ts'
import { readingRoomReads, readingRoomWrites } from './repos/reading-room-repo.ts'
import { receiptReads, receiptWrites } from './repos/receipt-repo.ts'
import { recallReads, recallWrites } from './repos/recall-repo.ts'
import { undisclosedReads, undisclosedWrites } from './repos/register-repo.ts'
import { replicaReads, replicaWrites } from './repos/replica-repo.ts'
import { reviewReads, reviewWrites } from './repos/review-repo.ts'
import { ruleReads, ruleWrites } from './repos/rule-repo.ts'
import { scheduleReads, scheduleWrites } from './repos/schedule-repo.ts'
import { screenReads, screenWrites } from './repos/screen-repo.ts'
import { screenEvidenceReads, screenEvidenceWrites } from './repos/screen-evidence-repo.ts'
import { searchWrites } from './repos/search-repo.ts'
import { searchWordReads, searchWordWrites } from './repos/search-word-repo.ts'
import { shelfReads, shelfWrites } from './repos/shelf-repo.ts'
import { sheetTemplateReads, sheetTemplateWrites } from './repos/sheet-template-repo.ts'
import { sheetCodeReads, sheetCodeWrites } from './repos/sheet-code-repo.ts'
import { statisticReads } from './repos/statistic-repo.ts'
import { submissionReads, submissionWrites } from './repos/submission-repo.ts'
import { titleReadingReads, titleReadingWrites } from './repos/title-reading-repo.ts'
import { unitReads, unitWrites } from './repos/unit-repo.ts'
import { wordingReads, wordingWrites } from './repos/wording-repo.ts'

function readsOver(db: Drizzle) {
  return {
    office: officeReads(db),
    unit: unitReads(db),
    audit: auditReads(db),
    calendar: calendarReads(db),
    catalogue: catalogueReads(db),
    convention: conventionReads(db),
    wording: wordingReads(db),
    deskSearch: deskSearchReads(db),
    duty: dutyReads(db),
    rule: ruleReads(db),
    notice: noticeReads(db),
    noticeTable: noticeTableReads(db),
    placement: placementReads(db),
    attachment: attachmentReads(db),
    submission: submissionReads(db),
    review: reviewReads(db),
    edition: editionReads(db),
    editionRecord: editionRecordReads(db),
    schedule: scheduleReads(db),
    recall: recallReads(db),
    board: boardReads(db),
    posting: postingReads(db),
    batch: batchReads(db),
    public: publicReads(db),
    portal: portalReads(db),
    searchWord: searchWordReads(db),
    titleReading: titleReadingReads(db),
    shelf: shelfReads(db),
    publicDisplay: publicDisplayReads(db),
    screenEvidence: screenEvidenceReads(db),
    emergency: emergencyReads(db),
    exchange: exchangeReads(db),
    carriage: carriageReads(db),
    statistic: statisticReads(db),
    undisclosed: undisclosedReads(db),
    list: listReads(db),
    live: liveReads(db),
    matter: matterReads(db),
    opinion: opinionReads(db),
    kiosk: kioskReads(db),
    readingRoom: readingRoomReads(db),
    language: languageReads(db),
    printJob: printJobReads(db),
    sheetCode: sheetCodeReads(db),
    sheetTemplate: sheetTemplateReads(db),
    screen: screenReads(db),
    column: columnReads(db),
    network: networkReads(db),
    countyCard: countyCardReads(db),
    receipt: receiptReads(db),
    exchangeTask: exchangeTaskReads(db),
    downward: downwardReads(db),
    replica: replicaReads(db),
  }
}

function writesOver(db: Drizzle) {
  return {
    office: officeWrites(db),
    unit: unitWrites(db),
    audit: auditWrites(db),
    calendar: calendarWrites(db),
    catalogue: catalogueWrites(db),
    convention: conventionWrites(db),
    wording: wordingWrites(db),
    deskSearch: deskSearchWrites(db),
    duty: dutyWrites(db),
    rule: ruleWrites(db),
    notice: noticeWrites(db),
    noticeTable: noticeTableWrites(db),
    placement: placementWrites(db),
    attachment: attachmentWrites(db),
    submission: submissionWrites(db),
    review: reviewWrites(db),
    edition: editionWrites(db),
    editionRecord: editionRecordWrites(db),
    schedule: scheduleWrites(db),
    recall: recallWrites(db),
    board: boardWrites(db),
    posting: postingWrites(db),
    batch: batchWrites(db),
    publicDisplay: publicDisplayWrites(db),
    screenEvidence: screenEvidenceWrites(db),
    search: searchWrites(db),
    searchWord: searchWordWrites(db),
    titleReading: titleReadingWrites(db),
    shelf: shelfWrites(db),
    emergency: emergencyWrites(db),
    exchange: exchangeWrites(db),
    carriage: carriageWrites(db),
    undisclosed: undisclosedWrites(db),
    list: listWrites(db),
    matter: matterWrites(db),
    opinion: opinionWrites(db),
    kiosk: kioskWrites(db),
    readingRoom: readingRoomWrites(db),
    language: languageWrites(db),
    printJob: printJobWrites(db),
    sheetCode: sheetCodeWrites(db),
    sheetTemplate: sheetTemplateWrites(db),
    screen: screenWrites(db),
    network: networkWrites(db),
    countyCard: countyCardWrites(db),
    receipt: receiptWrites(db),
    exchangeTask: exchangeTaskWrites(db),
    downward: downwardWrites(db),
    replica: replicaWrites(db),
  }
}

/** Everything that can be read. */
export type Reads = ReturnType<typeof readsOver>

/** Everything that can be written; handed out only inside a transaction. */
export type Writes = ReturnType<typeof writesOver>

/** The board's records: reads at any time, writes only inside `tx`. */
export type Store = {
  readonly read: Reads
  /**
   * Runs one immediate transaction. A refusal that `work` returns rolls everything back and is handed on;
   * so does an exception.
   */
  readonly tx: <T>(work: (write: Writes, read: Reads) => T) => T
  /** The open connection, for backup and integrity check. */
  readonly database: Database
  readonly close: () => void
}

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('rolled back')
    this.refusal = refusal
  }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/**
 * Builds the store over an open, migrated database; the store closes it.
 * @example storeOver(database).tx((write) => write.audit.append(entry))
 */
export function storeOver(database: Database): Store {
  const db = drizzleOver(database)
  const read = readsOver(db)
  const write = writesOver(db)
  return {
    read,
    tx: (work) => {
      type Value = ReturnType<typeof work>
      try {
        return database
          .transaction((): Value => {
            const value = work(write, read)
            if (isRefusal(value)) throw new RolledBack(value)
            return value
          })
          .immediate()
      } catch (error) {
        if (error instanceof RolledBack) return error.refusal as Value
        throw error
      }
    },
    database,
    close: () => closeDatabase(database),
  }
}
