import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'

/** Reasons that speak against the text itself: whoever reads it at the county reads what had to go. The other ones end a notice in its time. */
const REASONS_THAT_CLOSE: readonly WithdrawalReason[] = ['PUBLISHED_IN_ERROR', 'ORDERED_DOWN']

/** A tombstone takes down the very text it names, never another one under its number. */
const WITHDRAWAL = `FROM withdrawal w WHERE w.office_id = e.office_id AND w.index_number = e.index_number
  AND w.edition_number = e.edition_number AND w.edition_hash = e.hash`

/** Its own date, or that of an edition that followed it: a former edition is not open for longer than the notice. */
function expired(now: string): string {
  return `EXISTS (SELECT 1 FROM edition x WHERE x.office_id = e.office_id AND x.index_number = e.index_number
    AND x.edition_number >= e.edition_number AND x.expires_at COLLATE "C" <= ${now})`
}

/**
 * How an edition stands at an instant, as SQL over `e`; `now` is the placeholder of that instant. The office may be silent for weeks after
 * 展示至, so the county keeps to it by its own clock (docs/package-format.md).
 * @example stateOfEdition('$3')
 */
export function stateOfEdition(now: string): string {
  return `CASE
    WHEN EXISTS (SELECT 1 ${WITHDRAWAL}) THEN 'WITHDRAWN'
    WHEN ${expired(now)} THEN 'EXPIRED'
    WHEN EXISTS (SELECT 1 FROM edition n WHERE n.office_id = e.office_id AND n.index_number = e.index_number
      AND n.edition_number > e.edition_number) THEN 'SUPERSEDED'
    ELSE 'CURRENT' END`
}

/**
 * Whether text and files of an edition are closed, to every role, as SQL over `e`: it is past its 展示至, or was taken down for what it says
 * or with a title that must not be seen. It is then not found by its words either.
 * @example closedEdition('$3')
 */
export function closedEdition(now: string): string {
  const reasons = REASONS_THAT_CLOSE.map((reason) => `'${reason}'`).join(', ')
  return `(EXISTS (SELECT 1 ${WITHDRAWAL} AND (w.reason IN (${reasons}) OR w.title IS NULL)) OR ${expired(now)})`
}

/**
 * The columns of a row of a list, as SQL over `e` and `o`. The title is null when the office took it down together with the text.
 * @example `SELECT ${editionColumns('$1')} FROM edition e JOIN office o ON o.id = e.office_id`
 */
export function editionColumns(now: string): string {
  return `e.office_id AS "officeId", o.name AS "officeName", e.index_number AS "indexNumber",
    e.edition_number AS "editionNumber",
    CASE WHEN EXISTS (SELECT 1 ${WITHDRAWAL} AND w.title IS NULL) THEN NULL ELSE e.title END AS title,
    e.unit, e.notice_kind AS "noticeKind", e.published_at AS "publishedAt", ${stateOfEdition(now)} AS state`
}
