import type { CatalogueNote, CatalogueReading, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import { hasPersonalData } from '../../domain/catalogue/row-privacy.ts'
import { splitContentElements } from '../../domain/catalogue/content-elements.ts'
import type { DeadlineRule } from '../../domain/duty/deadline/deadline-rule.ts'
import { detect } from '../../domain/privacy/detect.ts'
import { maskFindings } from '../../domain/privacy/mask.ts'
import type { Result } from '../../domain/refusal.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { openWork } from '../work/work.ts'
import { type Cli, refuseSlowFile } from './cli.ts'
import type { Sentences } from '../../platform/sentence.ts'

/** One row of a file as the importer understood it: the fixed shape that scripts rely on. */
export type DryRunItem = Pick<
  CatalogueRow,
  | 'itemLevel1'
  | 'itemLevel2'
  | 'itemLevel3'
  | 'legalBasis'
  | 'deadlineText'
  | 'deadlineRule'
  | 'displayPeriod'
  | 'publishingUnit'
  | 'channels'
  | 'audience'
  | 'disclosureMode'
  | 'levels'
  | 'extra'
> & {
  /** Name of the sheet; empty for CSV. */
  readonly sheet: string
  /** Row as the person sees it in the sheet, from 1. */
  readonly row: number
  readonly contentElements: readonly string[]
  /** Sentences for the clerk, in the language of the command. */
  readonly warnings: readonly string[]
}

/** What a dry run prints: the rows understood, or why the file is refused. */
export type DryRun = {
  readonly items: readonly DryRunItem[]
  readonly refused: { readonly code: string; readonly message: string } | null
}

/** Lines that became no row; each is told at the row before it, or at the first one. */
const OF_THE_SHEET: ReadonlySet<CatalogueNote['code']> = new Set([
  'ROW_SKIPPED',
  'COLUMN_UNKNOWN',
  'SHEET_SKIPPED',
])

function warningsOf(
  row: CatalogueRow,
  notes: readonly CatalogueNote[],
  { say }: Sentences,
): readonly string[] {
  const warn = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(`cli:dryRun.${key}`, params)
  const told = notes.map(({ code, text, row: line, sheet }) => {
    const partly = code === 'DEADLINE_UNREAD' && (row.deadlineRule !== null || row.displayPeriod !== null)
    return warn(partly ? 'DEADLINE_PARTLY_READ' : code, { text, row: line, sheet })
  })
  if (row.deadlineText === '') told.push(warn('deadlineMissing'))
  else if (row.deadlineRule === null && row.displayPeriod !== null) told.push(warn('displayOnly'))
  if (row.disclosureScope === 'NAMED_PERSONS') told.push(warn('namedPersons'))
  if (hasPersonalData(row)) told.push(warn('personalData'))
  return told
}

/** The row a note is told at: its own, or for a line that became no row the last one above it. */
function rowOfNote(rows: readonly CatalogueRow[], { code, row }: CatalogueNote): CatalogueRow | undefined {
  if (!OF_THE_SHEET.has(code)) return rows.find(({ sourceRow }) => sourceRow === row)
  return rows.findLast(({ sourceRow }) => sourceRow < row) ?? rows[0]
}

/** No command prints personal data (design §5): what the gate blocks comes out masked, wherever it stands in the row. */
function masked<Value>(value: Value): Value {
  const clean = (text: string): string =>
    maskFindings(
      text,
      detect(text).filter(({ severity }) => severity === 'BLOCK'),
    )
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? clean(part) : part)),
  ) as Value
}

/**
 * Puts readings into the fixed shape of `board catalogue import --dry-run`. Repeated headings are no warning.
 * @example dryRunItems(readings, sentencesIn('zh-Hans'))[0]?.warnings // []
 */
export function dryRunItems(
  readings: readonly CatalogueReading[],
  sentences: Sentences,
): readonly DryRunItem[] {
  return readings.flatMap(({ rows, notes }) => {
    const told = new Map<CatalogueRow, CatalogueNote[]>()
    for (const note of notes.filter(({ code }) => code !== 'HEADER_REPEATED')) {
      const row = rowOfNote(rows, note)
      if (row) told.set(row, [...(told.get(row) ?? []), note])
    }
    return rows.map((row) =>
      masked({
        sheet: row.sourceSheet,
        row: row.sourceRow,
        itemLevel1: row.itemLevel1,
        itemLevel2: row.itemLevel2,
        itemLevel3: row.itemLevel3,
        contentElements: splitContentElements(row.contentElements),
        legalBasis: row.legalBasis,
        deadlineText: row.deadlineText,
        deadlineRule: row.deadlineRule,
        displayPeriod: row.displayPeriod,
        publishingUnit: row.publishingUnit,
        channels: row.channels,
        audience: row.audience,
        disclosureMode: row.disclosureMode,
        levels: row.levels,
        extra: row.extra,
        warnings: warningsOf(row, told.get(row) ?? [], sentences),
      }),
    )
  })
}

function ruleInWords(rule: DeadlineRule, { say }: Sentences): string {
  const { amount, unit, from, monthday, offset, date, stages } = rule
  const term = (one: { readonly amount: number; readonly unit: string; readonly from: string }): string =>
    say('cli:dryRun.term', {
      event: say(`terms:deadlineEvent.${one.from}`),
      amount: one.amount,
      unit: say(`terms:deadlineUnit.${one.unit}`),
    })
  const said = [say(`terms:deadlineClass.${rule.class}`)]
  if (amount !== undefined && unit !== undefined && from !== undefined)
    said.push(term({ amount, unit, from }))
  if (monthday !== undefined && offset !== undefined) {
    said.push(say('cli:dryRun.monthday', { month: say(`cli:dryRun.month.${offset}`), day: monthday }))
  }
  if (date !== undefined) said.push(say('cli:dryRun.date', { date }))
  for (const stage of stages ?? []) said.push(`${stage.name} ${term(stage)}`)
  return said.join(' · ')
}

function linesOf(item: DryRunItem, sentences: Sentences): readonly string[] {
  const { say } = sentences
  const title = [item.itemLevel1, item.itemLevel2, item.itemLevel3]
    .filter((level) => level !== '')
    .join(' / ')
  const { displayPeriod: shown } = item
  const understood = [
    ...(item.deadlineRule ? [ruleInWords(item.deadlineRule, sentences)] : []),
    ...(shown
      ? [
          shown.min === null
            ? say('cli:dryRun.shownForGood')
            : say('cli:dryRun.shown', { amount: shown.min, unit: say(`terms:deadlineUnit.${shown.unit}`) }),
        ]
      : []),
  ]
  const deadline = understood.length > 0 ? understood.join(' · ') : say('cli:dryRun.notUnderstood')
  return [
    `${[item.sheet, item.row].filter((part) => part !== '').join(':')}\t${title}`,
    `\t${item.deadlineText} → ${deadline}`,
    ...item.warnings.map((warning) => `\t! ${warning}`),
  ]
}

/** Read in the worker, where a file made to stop the program stops nothing else. */
async function readFor(path: string): Promise<Result<readonly CatalogueReading[]>> {
  const file = await givenFile(path)
  if (!file.ok) return file
  const work = openWork()
  try {
    return await refuseSlowFile(() => work.run('readCatalogueFile', file.value))
  } finally {
    await work.close()
  }
}

/**
 * `board catalogue import FILE --dry-run`: says what would be understood of a file, without a board and without a
 * person. With `--json` it prints the fixed shape `DryRun`; a refused file has no items and ends with 1.
 * @example await dryRunCatalogue(cli, 'catalogue-village.csv', { json: true })
 */
export async function dryRunCatalogue(
  cli: Cli,
  file: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const { io, sentences } = cli
  const readings = await readFor(file)
  const print = (run: DryRun): void => {
    if (options.json) io.out(`${JSON.stringify(run)}\n`)
  }
  if (!readings.ok) {
    cli.exitCode = 1
    const message = sentences.refusal(readings)
    print({ items: [], refused: { code: readings.code, message } })
    io.err(`${message}\n`)
    return
  }
  const items = dryRunItems(readings.value, sentences)
  print({ items, refused: null })
  if (options.json) return
  for (const item of items) io.out(`${linesOf(item, sentences).join('\n')}\n`)
  const doubtful = items.filter(({ warnings }) => warnings.length > 0).length
  io.out(`${sentences.say('cli:dryRun.sum', { items: items.length, doubtful })}\n`)
}
