import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountView, DeskStatus } from '../../../server/office/views.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

type Refused = { code: string; params: Record<string, unknown> }

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
const change = (name: string, what: object) =>
  staff.administrator.json<AccountView & Refused>('PATCH', `/api/desk/accounts/${idOf(name)}`, what)

describe('the people of the office', () => {
  it('are listed for everybody at the desk, without anything of their passwords', () => {
    expect(people.map((person) => person.name)).toEqual(['陈静', '周敏', '韩立', '王芳', '李伟'])
    for (const person of people)
      expect(Object.keys(person).sort()).toEqual(['disabled', 'id', 'name', 'roles'])
  })

  it('have a name of their own', async () => {
    for (const name of ['周敏', ' 周敏 ']) {
      const refused = await staff.administrator.post<Refused>('/api/desk/accounts', {
        name,
        roles: [],
        password: PASSWORD,
      })
      expect([refused.status, refused.body]).toMatchObject([
        409,
        { code: 'office.account-name-taken', params: { name: '周敏' } },
      ])
    }
  })

  it('need a password of eight characters', async () => {
    const refused = await staff.administrator.post<Refused>('/api/desk/accounts', {
      name: '赵新',
      roles: [],
      password: '1234567',
    })
    expect(refused.body.code).toBe('office.password-too-short')
    expect((await change('周敏', { password: '1234567' })).body.code).toBe('office.password-too-short')
  })

  it('may have rare names, written with four bytes', async () => {
    const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
      name: '𬎆𠮷',
      roles: ['HANDLER'],
      password: PASSWORD,
    })
    expect(added.body.name).toBe('𬎆𠮷')
  })

  it('can be changed one thing at a time; the log tells roles and access, never the password', async () => {
    const changed = await change('周敏', { roles: ['HANDLER', 'REVIEWER', 'HANDLER'] })
    expect(changed.body.roles).toEqual(['HANDLER', 'REVIEWER'])
    await change('周敏', { password: 'a-new-password' })
    const events = board.deps.store.read.audit
      .ofSubject('account', idOf('周敏'))
      .filter((event) => event.action === 'account.update')
    expect(events.map((event) => event.detail['passwordChanged'])).toEqual([false, true])
    expect(JSON.stringify(events)).not.toContain('a-new-password')
  })

  it('that do not exist cannot be changed', async () => {
    expect(
      (await staff.administrator.json<Refused>('PATCH', '/api/desk/accounts/nobody', { disabled: true })).body
        .code,
    ).toBe('office.account-not-found')
  })
})

describe('the last administrator', () => {
  it.each([{ roles: ['HANDLER'] }, { roles: [] }, { disabled: true }])(
    'cannot give the office away: %j',
    async (what) => {
      const refused = await change('陈静', what)
      expect([refused.status, refused.body.code]).toEqual([409, 'office.last-administrator'])
      const kept = (await staff.administrator.get<AccountView[]>('/api/desk/accounts')).body.find(
        (person) => person.name === '陈静',
      )
      expect(kept).toMatchObject({ roles: ['ADMINISTRATOR'], disabled: false })
    },
  )

  it('may go once there is another one; a disabled one does not count', async () => {
    await change('李伟', { roles: ['DEPUTY_LEADER', 'ADMINISTRATOR'] })
    await change('李伟', { disabled: true })
    expect((await change('陈静', { disabled: true })).body.code).toBe('office.last-administrator')
    await change('李伟', { disabled: false })
    expect((await change('陈静', { disabled: true })).status).toBe(200)
    expect((await staff.administrator.get('/api/desk/accounts')).status).toBe(401)
  })
})

describe('who may sign in', () => {
  it('is shown without those whose access was taken away', async () => {
    await change('韩立', { disabled: true })
    const status = await (await board.desk()).get<DeskStatus>('/api/desk/status')
    expect(status.body.people.map((person) => person.name)).toEqual(['陈静', '周敏', '王芳', '李伟'])
  })
})
