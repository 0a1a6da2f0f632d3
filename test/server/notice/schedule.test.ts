import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBoard } from '../../../server/cli/check-board.ts'
import type { NoticeRecord } from '../../../server/notice/archive/views.ts'
import { openClockWatch } from '../../../server/notice/schedule/clock-watch.ts'
import { runTimetable } from '../../../server/notice/schedule/timetable.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { AccountView } from '../../../server/office/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { submitAndApprove } from '../../support/publish-flow.ts'
import { PASSWORD } from '../../support/test-board.ts'

const AT = '2026-11-24T00:00:00.000Z'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})

afterEach(() => flow.board.close())

const setTime = (id: string, submissionHash: string, publishAt = AT) =>
  flow.staff.handler.json<NoticeRecord & Refused>('PUT', `/api/desk/notices/${id}/schedule`, {
    submissionHash,
    publishAt,
  })

const round = async () => runTimetable(flow.board.deps)

const stateOf = async (id: string) =>
  (await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body.state

const events = (id: string) => flow.board.deps.store.read.audit.ofSubject('notice', id)

async function scheduled(): Promise<{ id: string; hash: string }> {
  const ready = await flow.approve()
  const set = await setTime(ready.id, ready.hash)
  expect(set.status, JSON.stringify(set.body)).toBe(200)
  return ready
}

describe('a minute that is set', () => {
  it('publishes at that minute and not before, in the name of who set it, and says both times', async () => {
    const { id } = await scheduled()
    expect(await stateOf(id)).toBe('SCHEDULED')
    flow.board.clock.set('2026-11-23T23:59:59.000Z')
    expect(await round()).toMatchObject({ published: 0 })
    flow.board.clock.set('2026-11-24T00:00:07.000Z')
    expect(await round()).toMatchObject({ published: 1 })
    expect(await stateOf(id)).toBe('PUBLISHED')
    const [told] = events(id).filter(({ action }) => action === 'notice.publish')
    expect([told?.actor.name, told?.at, told?.detail['scheduled'], told?.detail['plannedAt']]).toEqual([
      '周敏',
      '2026-11-24T00:00:07.000Z',
      true,
      AT,
    ])
  })

  it('publishes once, however often it is asked', async () => {
    const { id } = await scheduled()
    flow.board.clock.set('2026-11-24T00:00:07.000Z')
    const rounds = await Promise.all([round(), round(), round()])
    expect(rounds.reduce((sum, { published }) => sum + published, 0)).toBe(1)
    expect(await round()).toMatchObject({ published: 0 })
    expect(flow.board.deps.store.read.edition.ofNotice(id)).toHaveLength(1)
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('that passed while the computer was off is made up for, and the record shows by how much', async () => {
    const { id } = await scheduled()
    flow.board.clock.set('2026-11-27T01:10:00.000Z')
    expect(await round()).toMatchObject({ published: 1 })
    const detail = (await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
    expect(detail.editions[0]?.publishedAt).toBe('2026-11-27T01:10:00.000Z')
  })

  it('is refused for the past, for more than a year, and for what is not approved', async () => {
    const { id, hash } = await flow.approve()
    expect((await setTime(id, hash, '2026-11-23T01:41:00.000Z')).body.code).toBe(
      'notice.schedule-time-invalid',
    )
    expect((await setTime(id, hash, '2028-01-01T00:00:00.000Z')).body.code).toBe(
      'notice.schedule-time-invalid',
    )
    const draft = await flow.write()
    expect((await setTime(draft.id, hash)).body.code).toBe('notice.wrong-state')
  })

  it('can be moved and taken back; what was taken back is approved still', async () => {
    const { id, hash } = await scheduled()
    const moved = await setTime(id, hash, '2026-11-25T00:00:00.000Z')
    expect(moved.body.schedule?.publishAt).toBe('2026-11-25T00:00:00.000Z')
    flow.board.clock.set('2026-11-24T00:01:00.000Z')
    expect(await round()).toMatchObject({ published: 0 })
    expect((await flow.staff.reviewer.json('DELETE', `/api/desk/notices/${id}/schedule`)).status).toBe(200)
    flow.board.clock.set('2026-11-25T00:01:00.000Z')
    expect(await round()).toMatchObject({ published: 0, refused: 0 })
    expect(await stateOf(id)).toBe('APPROVED')
  })

  it('ends with a recall of the submission, and with a person who does not wait for it', async () => {
    const recalled = await scheduled()
    await flow.staff.handler.post(`/api/desk/notices/${recalled.id}/recall`)
    const early = await scheduled()
    await flow.staff.handler.post(`/api/desk/notices/${early.id}/publish`, { submissionHash: early.hash })
    flow.board.clock.set('2026-11-24T00:01:00.000Z')
    expect(await round()).toMatchObject({ published: 0, refused: 0 })
    expect([await stateOf(recalled.id), await stateOf(early.id)]).toEqual(['DRAFT', 'PUBLISHED'])
    expect((await flow.tasks()).schedules).toEqual([])
  })
})

describe('what cannot be published at its minute', () => {
  it('stays with the reason until a person acts, and is not tried again and again', async () => {
    const { id, hash } = await scheduled()
    const people = await flow.staff.administrator.get<readonly AccountView[]>('/api/desk/accounts')
    const handler = people.body.find(({ name }) => name === '周敏')
    await flow.staff.administrator.json('PATCH', `/api/desk/accounts/${handler?.id}`, { roles: ['REVIEWER'] })
    flow.board.clock.set('2026-11-24T00:00:10.000Z')
    expect(await round()).toMatchObject({ refused: 1 })
    expect(await round()).toMatchObject({ refused: 0 })
    expect(await stateOf(id)).toBe('SCHEDULED')
    expect((await flow.tasks()).schedules).toMatchObject([
      { noticeId: id, refusal: { code: 'trust.role-missing' } },
    ])
    expect(events(id).filter(({ action }) => action === 'notice.schedule-refused')).toHaveLength(1)
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
    await flow.staff.administrator.json('PATCH', `/api/desk/accounts/${handler?.id}`, { roles: ['HANDLER'] })
    expect((await setTime(id, hash, '2026-11-24T01:00:00.000Z')).body.schedule?.refusal).toBeNull()
    flow.board.clock.set('2026-11-24T01:00:10.000Z')
    expect(await round()).toMatchObject({ published: 1 })
  })

  it('waits while the clock is behind the records or far ahead of them, and the desk says so', async () => {
    const { id } = await scheduled()
    flow.board.clock.set('2020-01-01T00:00:00.000Z')
    expect(await round()).toMatchObject({ clock: 'BEHIND', published: 0 })
    flow.board.clock.set('2027-02-01T00:00:00.000Z')
    expect(await round()).toMatchObject({ clock: 'AHEAD', published: 0 })
    expect((await flow.tasks()).clock).toBe('AHEAD')
    expect(await stateOf(id)).toBe('SCHEDULED')
    flow.board.clock.set('2026-11-24T00:01:00.000Z')
    expect(await round()).toMatchObject({ clock: 'TRUSTED', published: 1 })
  })

  it('and was forgotten, the check of the board finds', async () => {
    await scheduled()
    flow.board.clock.set('2026-11-24T01:00:00.000Z')
    await flow.write()
    // What the command line records while the board is off is no proof that the board ran.
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
    const { accounts } = flow.board.deps.store.read.office
    const accountId = accounts().find(({ name }) => name === '周敏')?.id
    const back = await (await flow.board.desk()).post('/api/desk/session', { accountId, password: PASSWORD })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    expect((await checkBoard(flow.board.deps)).faults).toMatchObject([{ code: 'SCHEDULE_MISSED' }])
  })

  it('does not keep the rest of the round from being done', async () => {
    const broken = await scheduled()
    const sound = await scheduled()
    flow.board.clock.set('2026-11-24T00:01:00.000Z')
    flow.board.deps.store.database.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON edition WHEN NEW.notice_id = '${broken.id}'
       BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    expect(await round()).toMatchObject({ published: 1 })
    expect(await stateOf(sound.id)).toBe('PUBLISHED')
  })
})

describe('a next edition that is set for a minute', () => {
  const nextScheduled = async () => {
    const first = await flow.publish()
    const revision = await flow.revise(first.id, { change: { kind: 'UPDATE', note: '改期。' } })
    const hash = await submitAndApprove(flow.staff, first.id, revision)
    expect((await setTime(first.id, hash)).status).toBe(200)
    return { ...first, hash }
  }

  it('does not come back by itself, nor by one handler, when the notice was ordered down meanwhile', async () => {
    const { id, hash, indexNumber } = await nextScheduled()
    const order = { authority: '示例县委网信办', number: '' }
    expect((await flow.withdraw(id, { reason: 'ORDERED_DOWN', order })).status).toBe(200)
    expect(await stateOf(id)).toBe('DRAFT')
    expect((await flow.tasks()).schedules).toEqual([])
    flow.board.clock.set('2026-11-24T00:01:00.000Z')
    expect(await round()).toMatchObject({ published: 0, refused: 0 })
    const pressed = await flow.staff.handler.post<Refused>(`/api/desk/notices/${id}/publish`, {
      submissionHash: hash,
    })
    expect(pressed.status).not.toBe(200)
    expect((await flow.onKiosk(indexNumber)).state).toBe('WITHDRAWN')
    expect(events(id).map(({ action }) => action)).toContain('notice.recall')
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('goes out all the same when the edition before has only run out', async () => {
    const first = await flow.publish({ expiresAt: '2026-11-23T09:00:00.000Z' })
    const revision = await flow.revise(first.id, {
      expiresAt: null,
      change: { kind: 'UPDATE', note: '延长。' },
    })
    const hash = await submitAndApprove(flow.staff, first.id, revision)
    expect((await setTime(first.id, hash)).status).toBe(200)
    flow.board.clock.set('2026-11-23T10:00:00.000Z')
    expect(await round()).toMatchObject({ expired: 1 })
    flow.board.clock.set('2026-11-24T00:01:00.000Z')
    expect(await round()).toMatchObject({ published: 1 })
  })
})

describe('a minute that comes while a restored board waits for its confirmation', () => {
  it('is neither lost nor refused, and nothing runs out into the records before', async () => {
    const { id } = await scheduled()
    const expiring = await flow.publish({ title: '会过期的通知', expiresAt: AT })
    const restored = (at: string | null) =>
      flow.board.deps.store.database.prepare('UPDATE instance SET restored_at = ?').run(at)
    restored('2026-11-23T20:00:00.000Z')
    flow.board.clock.set('2026-11-24T00:00:07.000Z')
    expect(await round()).toMatchObject({ published: 0, refused: 0, expired: 0 })
    expect(await stateOf(expiring.id)).toBe('PUBLISHED')
    restored(null)
    expect(await round()).toMatchObject({ published: 1, expired: 1 })
    expect(await stateOf(id)).toBe('PUBLISHED')
  })
})

describe('weeks in which nobody records anything', () => {
  const DAY = 86_400_000

  it('stop nothing while the program runs on: what was set is published, what has run out goes', async () => {
    const ready = await flow.approve()
    expect((await setTime(ready.id, ready.hash, '2027-01-04T00:00:00.000Z')).status).toBe(200)
    const shown = await flow.publish({ title: '会过期的通知', expiresAt: '2027-01-03T00:00:00.000Z' })
    const watch = openClockWatch(flow.board.deps)
    for (let day = 0; day < 43; day++) {
      flow.board.clock.advance(DAY)
      watch()
    }
    expect((await flow.onKiosk(shown.indexNumber)).state).toBe('WITHDRAWN')
    expect(await round()).toMatchObject({ clock: 'TRUSTED', published: 1, expired: 1 })
  })

  it('do not vouch for a clock that jumped', async () => {
    await flow.approve()
    const watch = openClockWatch(flow.board.deps)
    flow.board.clock.set('2026-12-20T00:00:00.000Z')
    watch()
    flow.board.clock.advance(DAY / 2)
    watch()
    const told = flow.board.deps.store.read.audit.newest()
    expect(told?.action).not.toBe('clock.steady')
    flow.board.clock.advance(DAY)
    flow.board.clock.set('2027-02-20T00:00:00.000Z')
    watch()
    expect(await round()).toMatchObject({ clock: 'AHEAD' })
  })
})

describe('the draft of the edition after the next', () => {
  it('has to say itself what it changes, not with the note of the one that went out meanwhile', async () => {
    const first = await flow.publish()
    const note = { kind: 'CORRECTION', note: '更正停电村名' } as const
    const hash = await submitAndApprove(flow.staff, first.id, await flow.revise(first.id, { change: note }))
    const path = `/api/desk/notices/${first.id}`
    const { draft } = (await flow.staff.handler.get<NoticeDetail>(path)).body
    await flow.staff.handler.json('PUT', `${path}/draft`, {
      revision: draft.revision,
      content: { ...draft.content, title: '停电检修再次通知' },
    })
    expect((await flow.staff.handler.post(`${path}/publish`, { submissionHash: hash })).status).toBe(200)
    const after = (await flow.staff.handler.get<NoticeDetail>(path)).body
    expect([after.state, after.draft.content.change, after.draft.content.title]).toEqual([
      'DRAFT',
      null,
      '停电检修再次通知',
    ])
    const submitted = await flow.staff.handler.post<Refused>(`${path}/submit`, {
      revision: after.draft.revision,
    })
    expect(submitted.body.code).toBe('notice.change-note-required')
  })
})
