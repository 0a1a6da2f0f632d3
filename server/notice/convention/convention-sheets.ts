import { setImmediate } from 'node:timers/promises'
import { formatDocumentNumber } from '../../../domain/notice/document-number.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { metadataView } from '../../display/metadata-view.ts'
import { heldBack } from '../../display/public-views.ts'
import type { Principal } from '../../principal.ts'
import { sentencesIn } from '../../../platform/sentence.ts'
import { seriesList } from './number-series.ts'

/** A workbook and what its file is called. */
export type SheetFile = { readonly bytes: Uint8Array; readonly fileName: string }

/** Most lines of one workbook; a board with more than this in a year asks for it by half-years. */
export const MOST_LINES = 20_000
/** So few lines that a request never waits noticeably behind them. */
const AT_ONCE = 10

// What is filed is filed in Chinese, whatever language the desk is read in.
const official = () => sentencesIn('zh-Hans').say

/**
 * Every series of document numbers as a workbook: each number with its notice, each gap with its explanation.
 * @example await seriesSheet(deps, principal)
 */
export async function seriesSheet(deps: Deps, principal: Principal): Promise<SheetFile> {
  const { read } = deps.store
  const say = official()
  const today = civilDateOf(deps.clock.now())
  const rows = seriesList(read, principal).series.flatMap(({ prefix, year, uses, gaps }) => {
    const number = (serial: number) => formatDocumentNumber({ prefix, year, serial })
    const lines = [
      ...uses.map(({ serial, state, title, indexNumber }) => ({
        serial,
        cells: [number(serial), say(`terms:numberState.${state}`), title, indexNumber ?? '', '', ''],
      })),
      ...gaps.map(({ from, to, explained }) => ({
        serial: from,
        cells: [
          from === to ? number(from) : `${number(from)} — ${number(to)}`,
          say(`terms:numberState.${explained === null ? 'MISSING' : 'EXPLAINED'}`),
          explained === null
            ? ''
            : [say(`terms:voidReason.${explained.reason}`), explained.note].filter(Boolean).join('：'),
          '',
          explained?.by.name ?? '',
          explained === null ? '' : civilDateOf(explained.at),
        ],
      })),
    ]
    return lines.toSorted((one, other) => one.serial - other.serial).map(({ cells }) => cells)
  })
  const title = say('terms:numberSheet.title')
  const widths = [26, 14, 50, 32, 12, 14]
  const labels = ['number', 'state', 'what', 'indexNumber', 'by', 'on'] as const
  const bytes = await deps.work.run('writeSheet', {
    sheet: title,
    title,
    columns: labels.map((label, index) => ({
      label: say(`terms:numberSheet.${label}`),
      width: widths[index] ?? 16,
    })),
    rows,
    foot: say('terms:numberSheet.foot', { unit: read.office.office()?.name ?? '', date: today }),
  })
  return { bytes, fileName: `${title}-${today}.xlsx` }
}

const METADATA_COLUMNS = [
  ['indexNumber', 30],
  ['name', 44],
  ['catalogue', 30],
  ['noticeKind', 10],
  ['disclosureMode', 12],
  ['scope', 12],
  ['publishingUnit', 26],
  ['responsibleUnit', 20],
  ['documentNumber', 22],
  ['documentDate', 12],
  ['issueDate', 12],
  ['publishDate', 12],
  ['validFrom', 12],
  ['validTo', 12],
  ['validity', 10],
  ['abstract', 50],
  ['keywords', 26],
  ['edition', 8],
  ['hash', 30],
] as const

/**
 * The metadata of everything published in a year or one half of it that still stands, with the columns of the information
 * block (domain book §5.5), for handing to a portal or an archive. Refuses `metadata.too-many`.
 * @example await metadataSheet(deps, { year: '2026', half: '1' })
 */
export async function metadataSheet(
  deps: Deps,
  { year, half }: { readonly year: string; readonly half?: '1' | '2' | undefined },
): Promise<Result<SheetFile>> {
  const { read } = deps.store
  const say = official()
  const now = deps.clock.now()
  const today = civilDateOf(now)
  const held = heldBack(read, now)
  const rows: string[][] = []
  const from = half === '2' ? `${year}-07-01` : `${year}-01-01`
  const to = half === '1' ? `${year}-06-30` : `${year}-12-31`
  if (read.convention.countPublishedIn(from, to) > MOST_LINES) {
    return refuse('metadata.too-many', { most: MOST_LINES })
  }
  for (const [index, id] of read.convention.publishedIn(from, to).entries()) {
    // Requests of the kiosk come in between.
    if (index % AT_ONCE === 0) await setImmediate()
    const edition = read.edition.byId(id)
    if (!edition || held.has(edition)) continue
    const content = JSON.parse(edition.content) as PublicContent
    const { validity, responsibleUnit, scope } = metadataView(
      read,
      { ...edition, itemId: read.convention.itemOfEdition(id) },
      content,
      today,
      () => true,
    )
    const { catalogue } = content
    rows.push([
      edition.indexNumber,
      content.title,
      catalogue ? [catalogue.name, catalogue.level1, catalogue.level2].filter(Boolean).join(' / ') : '',
      say(`terms:noticeKind.${content.noticeKind}`),
      say(`terms:disclosureMode.${content.disclosureMode}`),
      scope === null ? '' : say(`terms:disclosureScope.${scope}`),
      content.unit?.name ?? content.office.name,
      responsibleUnit,
      content.documentNumber,
      content.documentDate ?? '',
      content.issueDate ?? '',
      edition.publishDate,
      content.validity?.from ?? '',
      content.validity?.to ?? '',
      validity === null ? '' : say(`terms:validity.${validity.validity}`),
      content.abstract ?? '',
      (content.keywords ?? []).join('、'),
      String(edition.editionNumber),
      edition.hash,
    ])
  }
  const title = say(`terms:metadataSheet.title${half ?? ''}`, { year })
  const bytes = await deps.work.run('writeSheet', {
    sheet: say('terms:metadataSheet.sheet'),
    title,
    columns: METADATA_COLUMNS.map(([column, width]) => ({
      label: say(`terms:metadataSheet.${column}`),
      width,
    })),
    rows,
    foot: say('terms:metadataSheet.foot', { unit: read.office.office()?.name ?? '', date: today }),
  })
  return accept({ bytes, fileName: `${title}-${today}.xlsx` })
}
