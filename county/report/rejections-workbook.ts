import { shanghaiTime } from '../../platform/clock.ts'
import { type CliLanguage, sentencesIn } from '../../platform/sentence.ts'
import type { AllowanceView } from '../allowance/views.ts'
import type { Sql } from '../db/sql.ts'
import { type RejectionQuery, rejectionPage } from './rejections.ts'
import { writeWorkbook } from './workbook.ts'

const MOST = 50_000

function allowanceLines(
  { by, reason, at, end }: AllowanceView,
  say: ReturnType<typeof sentencesIn>['say'],
): readonly string[] {
  const given = say('county:allowance.given', { by, reason, time: shanghaiTime(at) })
  if (end === null) return [given]
  const time = shanghaiTime(end.at)
  return end.how === 'USED'
    ? [given, say('county:allowance.used', { time })]
    : [given, say('county:allowance.withdrawnBy', { by: end.by ?? '', time })]
}

/**
 * What was rejected and why, as a workbook.
 * @example await rejectionsWorkbook(sql, { open: true }, now, 'zh-Hans')
 */
export async function rejectionsWorkbook(
  sql: Sql,
  wanted: RejectionQuery,
  now: string,
  language: CliLanguage,
): Promise<Uint8Array> {
  const { say } = sentencesIn(language)
  const word = (key: string) => say(`county:sheet.${key}`)
  const { rows, next } = await rejectionPage(sql, wanted, MOST)
  const widths = {
    serial: 6,
    office: 28,
    indexNumber: 28,
    edition: 8,
    what: 10,
    why: 48,
    packageNumber: 10,
    change: 10,
    rejectedAt: 18,
    mended: 14,
    allowance: 40,
  }
  return writeWorkbook([
    {
      name: word('rejected'),
      head: [
        say('county:sheet.made', { made: shanghaiTime(now) }),
        ...(next === null ? [] : [say('county:sheet.cut', { most: MOST })]),
      ],
      columns: Object.entries(widths).map(([key, width]) => ({ title: word(key), width })),
      rows: rows.map((row, at) => [
        at + 1,
        row.officeName,
        row.indexNumber,
        row.editionNumber,
        word(row.kind),
        say(`exchange:fault.${row.fault.code}`, row.fault.params),
        row.sequence,
        row.change,
        shanghaiTime(row.rejectedAt),
        word(row.mended ? 'mendedYes' : 'mendedNo'),
        row.allowance === null ? '' : allowanceLines(row.allowance, say).join('\n'),
      ]),
    },
  ])
}
