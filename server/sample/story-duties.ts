import { Temporal } from 'temporal-polyfill'
import { readPeriod } from '../../domain/duty/period.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { assignDuties, actOnDuty } from '../duty/close-duty.ts'
import { registerEvent } from '../duty/register-event.ts'
import { createList, proposeChanges } from '../register/propose-changes.ts'
import { decideChanges } from '../register/decide-changes.ts'
import { enterMatter } from '../register/undisclosed.ts'
import type { ListDetail } from '../register/views.ts'
import { must } from './must.ts'
import type { SampleEvent, SampleReport } from './sample-duties.ts'
import { FEE_CHANGE, FEE_LIST, SAMPLE_MATTERS } from './sample-registers.ts'
import type { Story } from './story.ts'

/**
 * Enters something that happened; the duty it starts is remembered by its words.
 * @example enterEvent(story, SAMPLE_EVENTS[0])
 */
export function enterEvent(story: Story, entry: SampleEvent): void {
  const { deps, staff } = story
  const startsAt =
    entry.at === undefined
      ? null
      : Temporal.PlainDateTime.from(`${entry.on}T${entry.at}`)
          .toZonedDateTime('Asia/Shanghai')
          .toInstant()
          .toString({ smallestUnit: 'millisecond' })
  const request = {
    unitId: story.unit(entry.unit),
    itemId: story.item(entry.item),
    event: entry.event,
    startsOn: entry.on,
    startsAt,
    ruleIds: entry.rules ?? [],
  }
  const [dutyId] = must(registerEvent(deps, staff.handler, request), entry.event)
  if (dutyId === undefined) throw new Error(`${entry.event} starts a duty`)
  must(assignDuties(deps, staff.handler, [dutyId], staff.handler.id), entry.event)
  story.rememberEvent(entry.event, dutyId)
}

/**
 * Closes a duty without a notice: nothing to report, or still true.
 * @example report(story, SAMPLE_REPORTS[0])
 */
export function report(story: Story, { unit, item, of, act, reason }: SampleReport): void {
  const { deps, staff } = story
  const open = deps.store.read.duty.openOfItem(story.item(item), story.unit(unit))
  const duty = open.find((one) => one.period === of || one.event === of)
  if (!duty) throw new Error(`no open duty ${item} ${of}`)
  const request = act === 'check' ? { act, note: reason } : { act, reason }
  must(actOnDuty(deps, staff.handler, duty.id, request), item)
}

/**
 * Closes what is owed for periods that had ended before the office began with its board.
 * @example leaveBehind(story)
 */
export function leaveBehind({ deps, staff }: Story): void {
  const { database, read } = deps.store
  const today = civilDateOf(deps.clock.now())
  const ids = database
    .prepare<[], string>('SELECT id FROM duty WHERE closing IS NULL ORDER BY due, id')
    .pluck()
  for (const id of ids.all()) {
    const { period = '', title = '' } = read.duty.byId(id) ?? {}
    if ((readPeriod(period)?.to ?? today) >= today) continue
    must(actOnDuty(deps, staff.handler, id, { act: 'nil', reason: '启用本系统前已在公开栏公布' }), title)
  }
}

/**
 * Puts the matters that are not disclosed on record.
 * @example enterMatters(story)
 */
export function enterMatters(story: Story): void {
  const { deps, staff } = story
  for (const matter of SAMPLE_MATTERS) {
    story.pass(6)
    const entry = { ...matter, unitId: story.unit(undefined), reviewerId: staff.leader.id }
    must(enterMatter(deps, staff.handler, entry), matter.title)
  }
}

function confirm(story: Story, list: ListDetail): void {
  const { deps, staff } = story
  story.pass(20)
  const waiting = list.sets.find(({ state }) => state === 'WAITING')
  const decision = { decision: 'CONFIRMED', reason: '' } as const
  must(decideChanges(deps, staff.reviewer, waiting?.id ?? '', decision), list.name)
}

/**
 * The list of fees becomes public; gives its id.
 * @example publishFees(story)
 */
export function publishFees(story: Story): string {
  const { deps, staff } = story
  const input = { unitId: story.unit(undefined), kind: 'FEE', proposal: FEE_LIST } as const
  const list = must(createList(deps, staff.handler, input), FEE_LIST.reason)
  confirm(story, list)
  return list.id
}

/**
 * One fee of the list changes.
 * @example changeFee(story, listId)
 */
export function changeFee(story: Story, listId: string): void {
  const { deps, staff } = story
  const { row: named, texts, reason, legalBasis, effectiveOn } = FEE_CHANGE
  const known = deps.store.read.list
    .changeSets(listId)
    .flatMap(({ id, changes }) =>
      changes.map(({ rowId, cells }) => ({ rowId, base: id, first: Object.values(cells ?? {})[0] })),
    )
  const row = known.find(({ first }) => first === named)
  if (!row) throw new Error(`no fee ${named}`)
  const change = { kind: 'CHANGED', rowId: row.rowId, texts, base: row.base } as const
  const proposal = { name: null, columns: null, reason, legalBasis, effectiveOn, sourceFile: '' }
  const list = must(
    proposeChanges(deps, staff.handler, listId, { ...proposal, changes: [change] }),
    FEE_CHANGE.reason,
  )
  confirm(story, list)
}
