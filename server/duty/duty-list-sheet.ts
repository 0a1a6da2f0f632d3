import type { ItemInCatalogue } from '../../db/repos/catalogue-repo.ts'
import { refuse, type Result, accept } from '../../domain/refusal.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { shanghaiTime } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { publicOffice } from '../display/public-views.ts'
import type { Principal } from '../principal.ts'
import type { DutyListFilter } from './duty-list-pdf.ts'
import { dutyRows } from './duty-view.ts'
import { standingOf } from './footing.ts'
import { ruleWords } from './rule-words.ts'
import type { DutyRow } from './views.ts'

/** Rows a workbook holds at most; a county's whole year of duties is fewer. */
const MOST_ROWS = 20_000

type Say = ReturnType<typeof sentencesIn>['say']
type Cell = (row: DutyRow, item: ItemInCatalogue | undefined, say: Say) => string

function periodWords({ period, event }: DutyRow, say: Say): string {
  const [, year = '', part = ''] = /^(\d{4})-?(.*)$/.exec(period) ?? []
  if (year === '') return event
  if (part === '') return say('terms:dutySheet.year', { year })
  const n = Number(part.replace(/^[QH]/, ''))
  if (part.startsWith('H')) return say(n === 1 ? 'terms:dutySheet.half1' : 'terms:dutySheet.half2', { year })
  return say(part.startsWith('Q') ? 'terms:dutySheet.quarter' : 'terms:dutySheet.month', { year, n })
}

function audienceWords(item: ItemInCatalogue | undefined, say: Say): string {
  if (!item || item.audience === 'UNSTATED') return item?.audienceNote ?? ''
  const word = say(item.audience === 'ALL' ? 'terms:dutySheet.all' : 'terms:dutySheet.specific')
  return item.audienceNote === '' ? word : `${word}（${item.audienceNote}）`
}

function modeWords(item: ItemInCatalogue | undefined, say: Say): string {
  if (!item || item.disclosureMode === 'UNSTATED') return ''
  return say(item.disclosureMode === 'PROACTIVE' ? 'terms:dutySheet.proactive' : 'terms:dutySheet.onRequest')
}

function dueWords({ due, dueAt, provisional }: DutyRow, say: Say): string {
  const day = dueAt === null ? due : shanghaiTime(dueAt)
  return provisional ? `${day}（${say('terms:dutySheet.provisional')}）` : day
}

/** The columns of the standard catalogue (domain book §3.1), then what became of each. */
const COLUMNS: readonly { readonly name: string; readonly width: number; readonly cell: Cell }[] = [
  { name: 'itemLevel1', width: 16, cell: (row, item) => item?.itemLevel1 ?? row.title },
  { name: 'itemLevel2', width: 20, cell: (_, item) => item?.itemLevel2 ?? '' },
  { name: 'itemLevel3', width: 14, cell: (_, item) => item?.itemLevel3 ?? '' },
  { name: 'contentElements', width: 36, cell: (_, item) => item?.contentElements ?? '' },
  { name: 'legalBasis', width: 26, cell: (row, item) => item?.legalBasis ?? row.ground.basis },
  { name: 'deadlineText', width: 20, cell: (row, item) => item?.deadlineText ?? row.ground.ruleName },
  { name: 'publishingUnit', width: 16, cell: (_, item) => item?.publishingUnit ?? '' },
  { name: 'channels', width: 20, cell: (_, item) => item?.channels.join('、') ?? '' },
  { name: 'audience', width: 12, cell: (_, item, say) => audienceWords(item, say) },
  { name: 'mode', width: 8, cell: (_, item, say) => modeWords(item, say) },
  { name: 'levels', width: 10, cell: (_, item) => item?.levels.join('、') ?? '' },
  { name: 'unit', width: 16, cell: (row) => row.unit.name },
  { name: 'period', width: 16, cell: (row, _, say) => periodWords(row, say) },
  { name: 'target', width: 12, cell: (row) => row.target },
  { name: 'due', width: 14, cell: (row, _, say) => dueWords(row, say) },
  { name: 'state', width: 14, cell: (row, _, say) => say(`terms:dutyState.${row.state}`) },
  { name: 'verified', width: 24, cell: (row, _, say) => ruleWords(row.ground, say) },
  { name: 'closedOn', width: 12, cell: (row) => row.closing?.on ?? '' },
  { name: 'note', width: 24, cell: (row) => row.closing?.reason ?? '' },
]

/**
 * Writes the duties due in a span as a workbook in the columns of the standard catalogue with what became of each: the
 * summary the county asks for at the end of a quarter (scenario S3). Refuses `print.list-too-long`.
 * @example await dutyListSheet(deps, principal, { from: '2026-07-01', to: '2026-09-30' })
 */
export async function dutyListSheet(
  deps: Deps,
  principal: Principal,
  filter: DutyListFilter,
): Promise<Result<{ readonly bytes: Uint8Array; readonly fileName: string }>> {
  const { viewing, footing } = standingOf(deps, principal)
  const { read, moment } = viewing
  const count = read.duty.count(filter, moment)
  if (count > MOST_ROWS) return refuse('print.list-too-long', { count, most: MOST_ROWS })
  const { say } = sentencesIn('zh-Hans')
  const rows = dutyRows(read.duty.page(filter, moment, null, MOST_ROWS), viewing)
  const items = new Map<string, ItemInCatalogue | undefined>()
  for (const { itemId } of rows) {
    if (itemId !== null && !items.has(itemId)) items.set(itemId, read.catalogue.item(itemId))
  }
  const texts = rows.map((row) => {
    const item = row.itemId === null ? undefined : items.get(row.itemId)
    return COLUMNS.map(({ cell }) => cell(row, item, say))
  })
  // A level nobody uses is no column.
  const kept = COLUMNS.map(({ name }, at) => name !== 'itemLevel3' || texts.some((row) => row[at] !== ''))
  const { from, to } = filter
  const title = say('terms:dutySheet.title', { office: publicOffice(read).name, from, to })
  const bytes = await deps.work.run('writeSheet', {
    sheet: say('terms:dutySheet.sheet'),
    title,
    columns: [
      { label: say('terms:dutySheet.serial'), width: 6 },
      ...COLUMNS.filter((_, at) => kept[at]).map(({ name, width }) => ({
        label: say(`terms:dutySheet.${name}`),
        width,
      })),
    ],
    rows: texts.map((row, at) => [String(at + 1), ...row.filter((_, column) => kept[column])]),
    foot: say('terms:dutySheet.foot', {
      date: footing.today,
      count: rows.length,
      open: rows.filter((row) => row.closing === null).length,
    }),
  })
  return accept({ bytes, fileName: `${title}.xlsx` })
}
