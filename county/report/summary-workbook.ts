import type { DutyState } from '../../domain/duty/duty.ts'
import { shanghaiTime } from '../../platform/clock.ts'
import { type CliLanguage, sentencesIn } from '../../platform/sentence.ts'
import type { Sql } from '../db/sql.ts'
import { percentOf, type Share, timelyShare } from '../../domain/exchange/timely-share.ts'
import { type ReportPeriod, timelinessByItem, timelinessByOffice } from './timeliness.ts'
import type { DutyCounts } from './views.ts'
import { type SheetToWrite, writeWorkbook } from './workbook.ts'

/** A sheet of Excel takes a million lines; what a person works through is less. */
const MOST_DUTIES = 50_000
const ALL = 1_000_000

type DutyLine = {
  readonly office: string
  readonly catalogue: string | null
  readonly level1: string | null
  readonly level2: string | null
  readonly unit: string
  readonly title: string
  readonly period: string
  readonly due: string
  readonly closed: string | null
  readonly state: DutyState
  readonly number: string | null
  readonly held: boolean
}

/**
 * The county's summary as a workbook: offices, items, and duty by duty in the catalogue's columns (domain.md S3). Where nothing came, a
 * cell says so in words and is never 0 %.
 * @example await summaryWorkbook(sql, period, 'zh-Hans')
 */
export async function summaryWorkbook(
  sql: Sql,
  period: ReportPeriod,
  now: string,
  language: CliLanguage,
): Promise<Uint8Array> {
  const { say } = sentencesIn(language)
  const word = (key: string) => say(`county:sheet.${key}`)
  const head = [
    say('county:sheet.period', { from: period.from, to: period.to, made: shanghaiTime(now) }),
    word('how'),
  ]
  const share = (counted: Share | null) =>
    counted === null ? word('nothingDue') : Number(percentOf(counted))
  const columns = (keys: readonly (readonly [string, number])[]) =>
    keys.map(([key, width]) => ({ title: word(key), width }))
  const counts = (row: DutyCounts) => [
    row.timely,
    row.late,
    row.unconfirmed,
    row.overdue,
    row.unknown,
    row.open,
    row.waived,
    row.unproved,
  ]
  const countColumns = [
    ['timely', 10],
    ['late', 10],
    ['unconfirmed', 14],
    ['overdue', 10],
    ['unknown', 14],
    ['open', 10],
    ['waived', 10],
    ['unproved', 16],
  ] as const
  const offices = await timelinessByOffice(sql, period, undefined, ALL)
  const items = await timelinessByItem(sql, period, undefined, ALL)
  const duties = await sql.query<DutyLine>(
    `SELECT o.name AS office, d.catalogue, d.level1, d.level2, d.unit, d.title, d.period, d.due,
       d.closed_on AS closed, d.state, d.index_number AS number,
       EXISTS (SELECT 1 FROM edition e WHERE e.office_id = d.office_id AND e.index_number = d.index_number) AS held
     FROM duty_statistic d JOIN office o ON o.id = d.office_id
     WHERE d.due >= $1 AND d.due <= $2
     ORDER BY o.name COLLATE "C", d.catalogue COLLATE "C", d.level1 COLLATE "C", d.level2 COLLATE "C", d.due, d.duty_id
     LIMIT $3`,
    [period.from, period.to, MOST_DUTIES + 1],
  )
  const cut = duties.length > MOST_DUTIES
  const sheets: readonly SheetToWrite[] = [
    {
      name: word('offices'),
      head,
      columns: columns([
        ['serial', 6],
        ['office', 30],
        ['rate', 12],
        ...countColumns,
        ['items', 12],
        ['itemsDone', 12],
        ['editions', 12],
        ['contact', 18],
        ['figuresFrom', 14],
      ]),
      rows: offices.rows.map((row, at) =>
        row.heard
          ? [
              at + 1,
              row.officeName,
              share(timelyShare(row)),
              ...counts(row),
              row.items,
              row.itemsDone,
              row.editions,
              row.lastContactAt === null ? '' : shanghaiTime(row.lastContactAt),
              row.figuresFrom ?? '',
            ]
          : [at + 1, row.officeName, word('nothingCame')],
      ),
    },
    {
      name: word('byItem'),
      head,
      columns: columns([
        ['serial', 6],
        ['catalogue', 24],
        ['level1', 18],
        ['level2', 28],
        ['rate', 12],
        ...countColumns,
        ['officesWith', 12],
        ['officesDone', 14],
      ]),
      rows: items.rows.map((row, at) => [
        at + 1,
        row.catalogue,
        row.level1,
        row.level2,
        share(timelyShare(row)),
        ...counts(row),
        row.offices,
        row.officesDone,
      ]),
    },
    {
      name: word('duties'),
      head: cut ? [...head, say('county:sheet.cut', { most: MOST_DUTIES })] : head,
      columns: columns([
        ['serial', 6],
        ['office', 26],
        ['catalogue', 22],
        ['level1', 16],
        ['level2', 24],
        ['title', 30],
        ['unit', 18],
        ['periodColumn', 10],
        ['due', 12],
        ['closed', 12],
        ['state', 16],
        ['indexNumber', 26],
        ['held', 12],
      ]),
      rows: duties
        .slice(0, MOST_DUTIES)
        .map((duty, at) => [
          at + 1,
          duty.office,
          duty.catalogue,
          duty.level1,
          duty.level2,
          duty.title,
          duty.unit,
          duty.period,
          duty.due,
          duty.closed,
          say(`terms:dutyState.${duty.state}`),
          duty.number,
          duty.number === null ? '' : word(duty.held ? 'heldYes' : 'heldNo'),
        ]),
    },
  ]
  return writeWorkbook(sheets)
}
