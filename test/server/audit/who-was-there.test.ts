import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AttachmentView } from '../../../server/notice/views.ts'
import type { AccountView } from '../../../server/office/views.ts'
import { paragraphs, writeDraft } from '../../support/publish-flow.ts'
import {
  firstSignIn,
  GIVEN_PASSWORD,
  openTestBoard,
  PASSWORD,
  setUpOffice,
  type Staff,
  type TestBoard,
} from '../../support/test-board.ts'
import { workbookWithHiddenColumn } from '../../support/word-files.ts'

let board: TestBoard
let staff: Staff
let people: AccountView[]

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  people = (await staff.administrator.get<AccountView[]>('/api/desk/accounts')).body
})
afterEach(() => board.close())

const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''

/** The events since a moment, oldest first. */
function eventsAfter(count: number) {
  const { audit } = board.deps.store.read
  return audit.page(null, audit.count() - count).toReversed()
}

describe('the log', () => {
  it('tells for whom wrong passwords were tried and how many in a row, never what was typed', async () => {
    const before = board.deps.store.read.audit.count()
    const desk = await board.desk()
    const handler = idOf('周敏')
    for (const password of ['guess-one', 'guess-two'])
      await desk.post('/api/desk/session', { accountId: handler, password })
    await staff.handler.post('/api/desk/session/lock')
    await staff.handler.post('/api/desk/session/unlock', { password: 'guess-three' })
    await staff.handler.post('/api/desk/session/unlock', { password: PASSWORD })
    await desk.post('/api/desk/session', { accountId: handler, password: 'guess-four' })
    const wrong = eventsAfter(before).filter((event) => event.action === 'session.wrong-password')
    expect(wrong.map((event) => [event.subjectId, event.actor.name, event.detail])).toEqual(
      [1, 2, 3, 1].map((failures) => [handler, '周敏', { failures }]),
    )
    expect(JSON.stringify(eventsAfter(before))).not.toContain('guess')
  })

  it('tells who locked, opened, handed over and left the desk', async () => {
    const before = board.deps.store.read.audit.count()
    const desk = staff.handler
    await desk.post('/api/desk/session/lock')
    await desk.post('/api/desk/session/lock')
    await desk.post('/api/desk/session/unlock', { password: PASSWORD })
    await desk.post('/api/desk/session', { accountId: idOf('韩立'), password: PASSWORD })
    await desk.json('DELETE', '/api/desk/session')
    await desk.json('DELETE', '/api/desk/session')
    expect(eventsAfter(before).map((event) => [event.actor.name, event.action])).toEqual([
      ['周敏', 'session.lock'],
      ['周敏', 'session.unlock'],
      ['周敏', 'session.sign-out'],
      ['韩立', 'session.sign-in'],
      ['韩立', 'session.sign-out'],
    ])
  })
})

describe('an original file with personal data', () => {
  let address: string
  let noticeId: string
  let attachmentId: string

  beforeEach(async () => {
    const draft = await writeDraft(staff.handler, {
      title: '资金公示',
      body: paragraphs('见附件。'),
      catalogueItemId: null,
    })
    noticeId = draft.id
    const at = `/api/desk/notices/${noticeId}/attachments`
    const attached = await staff.handler.upload<AttachmentView>(
      at,
      '名单.xlsx',
      await workbookWithHiddenColumn(),
    )
    attachmentId = attached.body.id
    address = `${at}/${attachmentId}`
  })

  it.each(['handler', 'reviewer', 'secrecyReviewer', 'deputyLeader'] as const)(
    'is read by the %s, and the log says so',
    async (part) => {
      expect((await staff[part].raw('GET', `${address}/original`)).status).toBe(200)
      expect(board.deps.store.read.audit.newest()).toMatchObject({
        action: 'notice.read-original',
        subjectKind: 'notice',
        subjectId: noticeId,
        detail: { attachment: attachmentId },
      })
    },
  )

  it('is not read by people without a part in the notice, the administrator among them', async () => {
    const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
      name: '赵新',
      roles: [],
      password: GIVEN_PASSWORD,
    })
    const bystander = await board.desk()
    await firstSignIn(bystander, added.body.id)
    const before = board.deps.store.read.audit.count()
    for (const desk of [bystander, staff.administrator]) {
      const refused = await desk.get<{ code: string }>(`${address}/original`)
      expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    }
    expect(board.deps.store.read.audit.count()).toBe(before)
    expect((await bystander.raw('GET', address)).status).toBe(200)
  })
})
