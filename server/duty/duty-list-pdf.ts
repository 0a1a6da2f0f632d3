import type { DutyFilter } from '../../db/repos/duty-filter.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { noFiles, printPage } from '../display/print/print-page.ts'
import type { PrintedSheet } from '../display/pdf-printer.ts'
import { publicOffice } from '../display/public-views.ts'
import type { Principal } from '../principal.ts'
import { dutyRows, unitRefs } from './duty-view.ts'
import { standingOf } from './footing.ts'
import type { DutyRow } from './views.ts'

/** Lines a list holds at most: some eighty pages. More is a list nobody reads, and a browser's address has an end. */
const MOST_LINES = 2000

/** A duty as it stands on paper; the days of its arithmetic are not printed. */
export type DutyLine = Omit<DutyRow, 'steps' | 'may' | 'draft' | 'startsOn' | 'itemId' | 'policyNotice'>

/** What the printed list of duties says. */
export type DutyListPaper = {
  readonly office: string
  readonly today: CivilDate
  readonly now: string
  readonly from: CivilDate
  readonly to: CivilDate
  /** What the list was narrowed to, in words; null where it was not. */
  readonly unit: string | null
  readonly regime: DutyRow['regime'] | null
  readonly person: string | null
  readonly lines: readonly DutyLine[]
}

/** The span of a list. */
export type DutyListFilter = DutyFilter & { readonly from: CivilDate; readonly to: CivilDate }

function lineOf(row: DutyRow): DutyLine {
  const { steps: _steps, may: _may, draft: _draft, startsOn: _starts, itemId: _item, ...rest } = row
  const { policyNotice: _policy, ...line } = rest
  return line
}

/**
 * The list of the duties due in a span, by due date, as it is printed. Refuses `print.list-too-long`.
 * @example dutyListPaper(deps, principal, { from: '2026-11-01', to: '2026-11-30' })
 */
export function dutyListPaper(
  deps: Deps,
  principal: Principal,
  filter: DutyListFilter,
): Result<DutyListPaper> {
  const { viewing, footing } = standingOf(deps, principal)
  const { read, moment } = viewing
  const count = read.duty.count(filter, moment)
  if (count > MOST_LINES) return refuse('print.list-too-long', { count, most: MOST_LINES })
  const person = filter.person === undefined ? undefined : read.office.accountById(filter.person)
  return {
    ok: true,
    value: {
      office: publicOffice(read).name,
      today: footing.today,
      now: moment.now,
      from: filter.from,
      to: filter.to,
      unit: unitRefs(read).get(filter.unitId ?? '')?.name ?? null,
      regime: filter.regime ?? null,
      person: person?.name ?? null,
      lines: dutyRows(read.duty.page(filter, moment, null, MOST_LINES), viewing).map(lineOf),
    },
  }
}

/**
 * Prints the list of duties. Refuses like `dutyListPaper` and the printer.
 * @example await printDutyList(deps, principal, filter, 'http://127.0.0.1:8632')
 */
export async function printDutyList(
  deps: Deps,
  principal: Principal,
  filter: DutyListFilter,
  publicAddress: string,
): Promise<Result<PrintedSheet>> {
  const paper = dutyListPaper(deps, principal, filter)
  if (!paper.ok) return paper
  return printPage(deps, { page: { kind: 'DUTY_LIST', data: paper.value }, file: noFiles }, publicAddress)
}
