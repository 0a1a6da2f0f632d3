import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { cellTexts, listAsOf } from '../../domain/register/list-as-of.ts'
import { record } from '../audit/record.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { confirmedOf } from './list-views.ts'
import { mayReadUndisclosed, undisclosedRegister } from './undisclosed-views.ts'
import type { MatterRow } from './views.ts'

/** A workbook and what its file is called. */
export type SheetFile = { readonly bytes: Uint8Array; readonly fileName: string }

/** What is filed is filed in Chinese, whatever language the desk is read in. */
const official = () => sentencesIn('zh-Hans').say

function widthOf(label: string, texts: readonly string[]): number {
  const longest = Math.max(label.length, ...texts.map((text) => Math.min(text.length, 30)))
  return Math.max(8, longest * 2 + 2)
}

/**
 * Writes the 不予公开政府信息登记表 (domain book §2.8) of one unit or of all, for filing inside the office. Private: needs
 * HANDLER or a reviewing role, and the log says who took it. Refuses `unit.not-found`.
 * @example await undisclosedSheet(deps, principal, { unitId: null })
 */
export async function undisclosedSheet(
  deps: Deps,
  principal: Principal,
  input: { readonly unitId: string | null },
): Promise<Result<SheetFile>> {
  const allowed = mayReadUndisclosed(principal)
  if (!allowed.ok) return allowed
  const { read } = deps.store
  const unit = input.unitId === null ? null : read.unit.byId(input.unitId)
  if (unit === undefined) return refuse('unit.not-found')
  const say = official()
  const today = civilDateOf(deps.clock.now())
  const items = undisclosedRegister(read, today)
    .items.filter((row) => unit === null || row.unitId === unit.id)
    .toSorted((one, other) =>
      one.decidedOn < other.decidedOn ? -1 : one.decidedOn > other.decidedOn ? 1 : 0,
    )
  const attribute = ({ lastOutcome }: MatterRow): string =>
    say(`terms:undisclosedAttribute.${lastOutcome ?? 'STILL_WITHHELD'}`)
  const why = ({ ground, reason }: MatterRow): string =>
    say('terms:undisclosedSheet.why', {
      ground: say(`terms:exemptionGround.${ground}`),
      article: say(`terms:groundArticle.${ground}`),
      reason,
    })
  const widths = [6, 18, 34, 40, 13, 12, 50]
  const labels = [
    'serial',
    'number',
    'titleColumn',
    'description',
    'producedOn',
    'attribute',
    'reason',
  ] as const
  const title = say('terms:undisclosedSheet.title')
  const bytes = await deps.work.run('writeSheet', {
    sheet: title,
    title,
    columns: labels.map((label, index) => ({
      label: say(`terms:undisclosedSheet.${label}`),
      width: widths[index] ?? 20,
    })),
    rows: items.map((row, index) => [
      String(index + 1),
      row.informationNumber,
      row.title,
      row.description,
      row.producedOn ?? '',
      attribute(row),
      why(row),
    ]),
    foot: say('terms:undisclosedSheet.foot', {
      unit: unit?.name ?? read.office.office()?.name ?? '',
      date: today,
      person: principal.name,
    }),
  })
  deps.store.tx((write) =>
    record(
      deps,
      write,
      principal,
      'undisclosed.export',
      { kind: 'undisclosed', id: unit?.id ?? '' },
      { rows: items.length },
    ),
  )
  return accept({ bytes, fileName: `${title}-${today}.xlsx` })
}

/**
 * Writes a list as it stands on a day. Refuses `register.list-not-found`, and `register.table-empty` when nothing of it is
 * in force on that day.
 * @example await listSheet(deps, id, '2026-12-01')
 */
export async function listSheet(deps: Deps, id: string, on: string): Promise<Result<SheetFile>> {
  const { read } = deps.store
  const list = read.list.byId(id)
  if (!list) return refuse('register.list-not-found')
  const state = listAsOf(confirmedOf(read.list.changeSets(id)), on)
  if (state.columns.length === 0) return refuse('register.table-empty')
  const say = official()
  const texts = state.rows.map((row) => cellTexts(state.columns, row.cells))
  const bytes = await deps.work.run('writeSheet', {
    sheet: state.name,
    title: state.name,
    columns: [
      { label: say('terms:undisclosedSheet.serial'), width: 6 },
      ...state.columns.map(({ label }, index) => ({
        label,
        width: widthOf(
          label,
          texts.map((row) => row[index] ?? ''),
        ),
      })),
    ],
    rows: texts.map((row, index) => [String(index + 1), ...row]),
    foot: say('terms:listSheet.foot', { unit: read.unit.byId(list.unitId)?.name ?? '', date: on }),
  })
  return accept({ bytes, fileName: `${state.name}-${on}.xlsx` })
}
