import type { Reads } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { groundFor } from '../../domain/duty/duty-ground.ts'
import { eventTerm, periodClassOf } from '../../domain/duty/term.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { interpretationOf } from '../../domain/notice/placement.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { rulesOf } from '../duty/rules-of.ts'
import { todayOf } from '../duty/today.ts'
import { findNotice } from './find-notice.ts'
import { worksOff } from './placement-rules.ts'
import { itemInUnit, placedDuty } from './placement-view.ts'
import type { DutyChoice, DutyChoices } from './placement-views.ts'

type Asked = {
  /** Item, unit and 成文日期 as they stand on the screen, when they are not saved yet. */
  readonly item?: string | undefined
  readonly unit?: string | undefined
  readonly documentDate?: CivilDate | undefined
}

function reckoned(
  read: Reads,
  itemId: string | null,
  documentDate: CivilDate | null,
  today: CivilDate,
): DutyChoices['reckoned'] {
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  const ground = item && groundFor(item, rulesOf(read), item.regime, today)
  // What is due for a period is due whenever its document was signed.
  if (!ground || documentDate === null || periodClassOf(ground.rule) !== null) return null
  const term = eventTerm(ground.rule, { on: documentDate, at: null })
  if (term === null) return null
  const answer = dueOf(term, calendarOf(read))
  return { ground, term, answer, late: answer.due < today }
}

/**
 * What a notice can work off: the open duties of its item and unit with their arithmetic, the one that is taken when nobody
 * chooses, the chosen one when it is closed meanwhile, and for an item that is due after an event the day reckoned from 成文日期. Refuses `notice.not-found`.
 * @example dutyChoices(deps, id, {}) // { ok: true, value: { choices: […], automatic: '0193…', reckoned: null } }
 */
export function dutyChoices(deps: Deps, id: string, asked: Asked): Result<DutyChoices> {
  const { read } = deps.store
  const notice = findNotice(read, id, null)
  if (!notice.ok) return notice
  const { content, catalogueItemId } = notice.value
  const placement = read.placement.of(id)
  const itemId = asked.item ?? catalogueItemId
  const unitId = asked.unit ?? placement.unitId
  const { today, now } = todayOf(read, deps.clock.now())
  const interpretation = interpretationOf(content, placement)
  const waiting = interpretation && read.duty.interpretationOf(interpretation.ofNoticeId)
  const own = itemId === null ? [] : read.duty.openOfItem(itemId, unitId)
  const open = [
    ...(waiting?.closing === null ? [waiting] : []),
    ...own.filter((duty) => duty.kind !== 'INTERPRETATION'),
  ]
  const calendar = calendarOf(read)
  const choices = open.map((duty): DutyChoice => ({
    ...placedDuty(duty),
    ground: duty.ground,
    term: duty.term,
    answer: dueOf(duty.term, calendar),
    late: duty.dueAt === null ? duty.due < today : duty.dueAt < now,
  }))
  const oldest = itemId === null ? undefined : read.duty.oldestOpen(itemId, unitId, today)
  const automatic = waiting?.closing === null ? waiting : oldest
  const chosen = placement.dutyId === null ? undefined : read.duty.byId(placement.dutyId)
  const fits =
    chosen &&
    worksOff({ ...chosen, closing: null }, itemId, { unitId, interpretation: interpretation ?? null })
  return accept({
    choices,
    automatic: automatic?.id ?? null,
    chosenClosed:
      fits && chosen.closing !== null && chosen.closing.noticeId !== id ? placedDuty(chosen) : null,
    item: itemInUnit(read, itemId, unitId),
    reckoned: reckoned(read, itemId, asked.documentDate ?? content.documentDate, today),
  })
}
