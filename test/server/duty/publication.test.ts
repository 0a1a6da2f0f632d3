import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../../domain/refusal.ts'
import type { Principal } from '../../../server/principal.ts'
import type { WithdrawalReason } from '../../../domain/notice/notice-state.ts'
import { closeByPublication, type Publication, reopenByWithdrawal } from '../../../server/duty/publication.ts'
import { paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { actOnDuty } from '../../../server/duty/close-duty.ts'
import { ownPlacement } from '../../../domain/notice/placement.ts'
import { addCatalogue, addUnit, dutiesOf, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const
const ON_EVENT = { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed' } as const

let board: DutyBoard
let handler: Principal
let leader: Principal

beforeEach(async () => {
  board = await openDutyBoard()
  const person = board.deps.store.read.office.accountByName('周敏')
  handler = { id: person?.id ?? '', name: '周敏', roles: ['HANDLER'] }
  leader = {
    ...handler,
    id: board.deps.store.read.office.accountByName('李伟')?.id ?? '',
    roles: ['DEPUTY_LEADER'],
  }
  addUnit(board, 'hexi', '河西村')
  addUnit(board, 'hedong', '河东村')
  addCatalogue(
    board,
    'v',
    'GOV',
    [
      ['i', MONTHLY],
      ['e', ON_EVENT],
      ['s', { class: 'STANDING' }],
    ],
    ['township', 'hexi', 'hedong'],
  )
  await keep(board)
  board.clock.set('2026-12-07T01:42:00.000Z')
})

afterEach(() => board.close())

/** A notice as far as the foreign keys of duties need it. */
async function notice(): Promise<string> {
  return (
    await writeDraft(board.staff.handler, {
      title: '公开表',
      body: paragraphs('正文'),
      catalogueItemId: null,
    })
  ).id
}

function publish(noticeId: string, change: Partial<Publication> = {}): string | null {
  const { deps } = board
  const at = board.clock.now()
  return deps.store.tx((write, read) =>
    closeByPublication(deps, write, read, handler, {
      noticeId,
      title: '公开表',
      itemId: 'i',
      placement: { unitId: 'township', dutyId: null, policy: null, interpretation: null },
      documentDate: null,
      supersedes: false,
      at,
      on: at.slice(0, 10),
      ...change,
    }),
  )
}

function withdraw(noticeId: string, reason: WithdrawalReason = 'PUBLISHED_IN_ERROR'): void {
  const { deps } = board
  deps.store.tx((write, read): Result<true> => {
    reopenByWithdrawal(deps, write, read, handler, {
      noticeId,
      reason,
      at: board.clock.now(),
    })
    return { ok: true, value: true }
  })
}

function closings(itemId = 'i'): (string | null)[] {
  return dutiesOf(board, itemId).map(({ closing }) => closing)
}

/** How the oldest duty of a village stands. */
function firstOf(unitId: string): string | null {
  return dutiesOf(board, 'i', unitId)[0]?.closing ?? null
}

describe('publishing on an item', () => {
  it('closes the oldest open duty that has begun, and nothing else', async () => {
    const id = publish(await notice())
    expect(id).toBe(dutiesOf(board, 'i')[0]?.id)
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
    publish(await notice())
    publish(await notice())
    // December has not begun to be reported; there is nothing left to close.
    expect(closings()).toEqual(['PUBLISHED', 'PUBLISHED', null, null])
  })

  it('closes the one that was chosen, when it is of this item and unit', async () => {
    const [, november] = dutiesOf(board, 'i')
    const [check] = dutiesOf(board, 's')
    const placement = { unitId: 'township', policy: null, interpretation: null }
    expect(publish(await notice(), { placement: { ...placement, dutyId: november?.id ?? '' } })).toBe(
      november?.id,
    )
    expect(publish(await notice(), { placement: { ...placement, dutyId: check?.id ?? '' } })).toBe(
      dutiesOf(board, 'i')[0]?.id,
    )
  })

  it('closes nothing in the place of the chosen one when that is done already or let off', async () => {
    const [october, november] = dutiesOf(board, 'i')
    const chosen = { placement: { ...ownPlacement(), dutyId: october?.id ?? '' } }
    publish(await notice(), chosen)
    expect(publish(await notice(), chosen)).toBeNull()
    actOnDuty(board.deps, leader, november?.id ?? '', { act: 'waive', reason: '区县批准' })
    expect(
      publish(await notice(), { placement: { ...ownPlacement(), dutyId: november?.id ?? '' } }),
    ).toBeNull()
    expect(closings()).toEqual(['PUBLISHED', 'WAIVED', null, null])
  })

  it('hung in the wrong village, taken down and published for the right one, it closes the right one', async () => {
    const id = await notice()
    publish(id, { placement: ownPlacement('hexi') })
    withdraw(id)
    publish(id, { placement: ownPlacement('hedong') })
    expect(firstOf('hexi')).toBeNull()
    expect(firstOf('hedong')).toBe('PUBLISHED')
  })

  it('taken down and published anew on another item or on none, it does not report the first', async () => {
    for (const change of [{ itemId: 'e', documentDate: '2026-12-01' }, { itemId: null }]) {
      const id = await notice()
      publish(id)
      withdraw(id)
      publish(id, change)
      expect(closings()[0]).toBeNull()
    }
  })

  it('a correction that moves it to another village gives the first its duty back and closes the fitting one', async () => {
    const id = await notice()
    publish(id, { placement: ownPlacement('hexi') })
    publish(id, { placement: ownPlacement('hedong'), supersedes: true })
    expect([firstOf('hexi'), firstOf('hedong')]).toEqual([null, 'PUBLISHED'])
    publish(id, { placement: ownPlacement('hedong'), supersedes: true })
    expect(dutiesOf(board, 'i', 'hedong').map(({ closing }) => closing)).toEqual([
      'PUBLISHED',
      null,
      null,
      null,
    ])
  })

  it('a correction that names another period moves to it', async () => {
    const [october, november] = dutiesOf(board, 'i')
    const id = await notice()
    publish(id, { placement: { ...ownPlacement(), dutyId: november?.id ?? '' } })
    publish(id, { placement: { ...ownPlacement(), dutyId: october?.id ?? '' }, supersedes: true })
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
  })

  it('a correction closes again what a person had opened because of it', async () => {
    const id = await notice()
    const october = publish(id) ?? ''
    actOnDuty(board.deps, handler, october, { act: 'reopen', reason: '发错月份' })
    expect(publish(id, { supersedes: true })).toBe(october)
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
  })

  it('what ran out and is published anew closes no further one', async () => {
    const id = await notice()
    publish(id)
    withdraw(id, 'EXPIRED')
    expect(publish(id)).toBeNull()
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
  })

  it('a correction closes no second one', async () => {
    const id = await notice()
    publish(id)
    expect(publish(id, { supersedes: true })).toBeNull()
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
  })

  it('taking it down opens the duty again; publishing it again closes the same', async () => {
    const id = await notice()
    const other = await notice()
    publish(id)
    publish(other)
    withdraw(other)
    withdraw(id)
    expect(closings()).toEqual([null, null, null, null])
    publish(other)
    expect(closings()).toEqual([null, 'PUBLISHED', null, null])
    const [, november] = dutiesOf(board, 'i')
    const entries = board.deps.store.read.duty.entries(november?.id ?? '')
    expect(entries.map(({ action }) => action)).toEqual(['CLOSED', 'REOPENED', 'CLOSED'])
  })

  it.each(['EXPIRED', 'CONSOLIDATED'] as const)(
    'taking down what has run out or hangs in another notice (%s) opens nothing',
    async (reason) => {
      const id = await notice()
      publish(id)
      withdraw(id, reason)
      expect(closings()).toEqual(['PUBLISHED', null, null, null])
    },
  )

  it('counts as the yearly check of what stands for good', async () => {
    publish(await notice(), { itemId: 's' })
    expect(closings('s')).toEqual(['PUBLISHED', null])
  })

  it('without a duty and due after an event, it stands on record whether it was in time', async () => {
    publish(await notice(), { itemId: 'e', documentDate: '2026-12-01' })
    publish(await notice(), { itemId: 'e', documentDate: '2026-10-12' })
    const state = ({ due, id }: { due: string; id: string }) => {
      const duty = board.deps.store.read.duty.byId(id)
      return [duty?.kind, due, (duty?.closing?.on ?? '') <= due]
    }
    expect(dutiesOf(board, 'e').map(state)).toEqual([
      ['EVENT', '2026-11-09', false],
      ['EVENT', '2026-12-29', true],
    ])
    expect(publish(await notice(), { itemId: 'e', documentDate: null })).toBeNull()
  })

  it('a notice without an item closes nothing', async () => {
    expect(publish(await notice(), { itemId: null })).toBeNull()
  })

  it('from end to end at the desk', async () => {
    const { id, revision } = await writeDraft(board.staff.handler, {
      title: '2026年10月财务收支公开表',
      body: paragraphs('本月收入一万元，支出八千元。'),
      catalogueItemId: 'i',
      documentDate: '2026-12-01',
    })
    await publishDraft(board.staff, id, revision)
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
    expect(board.deps.store.read.duty.byId(dutiesOf(board, 'i')[0]?.id ?? '')?.closing?.noticeId).toBe(id)
    const down = await board.staff.handler.post(`/api/desk/notices/${id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '附表有误',
      hideTitle: false,
    })
    expect(down.status, JSON.stringify(down.body)).toBe(200)
    expect(closings()).toEqual([null, null, null, null])
  })
})

describe('a policy document with a plan of interpretation', () => {
  const planned = {
    unitId: 'township',
    dutyId: null,
    policy: { interpretation: 'PLANNED', plan: '农业农村办三日内解读' },
    interpretation: null,
  } as const

  it('S6: starts three working days, once, and its interpretation closes them', async () => {
    const policy = await notice()
    board.clock.set('2026-12-11T01:00:00.000Z')
    publish(policy, { itemId: null, title: '水源保护办法', placement: planned })
    publish(policy, { itemId: null, title: '水源保护办法', placement: planned, supersedes: true })
    const duty = board.deps.store.read.duty.interpretationOf(policy)
    expect(duty).toMatchObject({
      kind: 'INTERPRETATION',
      title: '水源保护办法',
      due: '2026-12-16',
      ground: { ruleId: 'SEED3D', verified: 'SOURCE' },
      closing: null,
    })
    const interpretation = await notice()
    expect(
      publish(interpretation, {
        placement: { ...planned, policy: null, interpretation: { ofNoticeId: policy, elements: {} } },
      }),
    ).toBe(duty?.id)
    // The item it stands under has not been reported by it.
    expect(closings()).toEqual([null, null, null, null])
  })

  const interpreting = (ofNoticeId: string, dutyId: string | null = null) => ({
    placement: { ...ownPlacement(), dutyId, interpretation: { ofNoticeId, elements: {} } },
  })

  it('an interpretation with a duty of its own closes both', async () => {
    const policy = await notice()
    publish(policy, { itemId: null, placement: planned })
    const [october] = dutiesOf(board, 'i')
    publish(await notice(), interpreting(policy, october?.id))
    expect(closings()).toEqual(['PUBLISHED', null, null, null])
    expect(board.deps.store.read.duty.interpretationOf(policy)?.closing?.kind).toBe('PUBLISHED')
  })

  it('is not interpreted by a notice of another kind, also when that was begun for the duty', async () => {
    const policy = await notice()
    publish(policy, { itemId: null, placement: planned })
    const duty = board.deps.store.read.duty.interpretationOf(policy)
    publish(await notice(), { itemId: null, placement: { ...ownPlacement(), dutyId: duty?.id ?? '' } })
    expect(board.deps.store.read.duty.interpretationOf(policy)?.closing).toBeNull()
  })

  it('taken down with its interpretation, it needs none; published anew, its days begin anew', async () => {
    const [policy, interpretation] = [await notice(), await notice()]
    publish(policy, { itemId: null, placement: planned })
    publish(interpretation, interpreting(policy))
    withdraw(policy)
    withdraw(interpretation)
    const { interpretationOf } = board.deps.store.read.duty
    expect(interpretationOf(policy)?.closing).toMatchObject({ kind: 'WAIVED', reason: '政策文件已撤下' })
    board.clock.set('2026-12-21T01:00:00.000Z')
    publish(policy, { itemId: null, placement: planned })
    expect(interpretationOf(policy)).toMatchObject({ closing: null, due: '2026-12-24' })
  })

  it('a correction that plans none any more ends its duty; planned again, the first days count', async () => {
    const policy = await notice()
    publish(policy, { itemId: null, placement: planned })
    const { interpretationOf } = board.deps.store.read.duty
    const due = interpretationOf(policy)?.due
    const waived = { ...ownPlacement(), policy: { interpretation: 'WAIVED', reason: '内容简单' } } as const
    publish(policy, { itemId: null, placement: waived, supersedes: true })
    expect(interpretationOf(policy)?.closing?.kind).toBe('WAIVED')
    board.clock.set('2026-12-21T01:00:00.000Z')
    publish(policy, { itemId: null, placement: planned, supersedes: true })
    expect(interpretationOf(policy)).toMatchObject({ closing: null, due })
  })

  it('is a matter of the village when it is the village’s own', async () => {
    const policy = await notice()
    publish(policy, { itemId: null, placement: { ...planned, unitId: 'hexi' } })
    expect(board.deps.store.read.duty.interpretationOf(policy)?.regime).toBe('VILLAGE')
  })

  it('taken down, it needs none; published anew, its days begin anew', async () => {
    const policy = await notice()
    publish(policy, { itemId: null, placement: planned })
    withdraw(policy)
    expect(board.deps.store.read.duty.interpretationOf(policy)?.closing?.kind).toBe('WAIVED')
    board.clock.set('2026-12-14T01:00:00.000Z')
    publish(policy, { itemId: null, placement: planned })
    expect(board.deps.store.read.duty.interpretationOf(policy)).toMatchObject({
      closing: null,
      due: '2026-12-17',
    })
  })
})
