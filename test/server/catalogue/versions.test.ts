import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueDetail, CatalogueDiff, CatalogueSummary } from '../../../server/catalogue/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import {
  firstSignIn,
  openTestBoard,
  setUpOffice,
  type Staff,
  type TestBoard,
} from '../../support/test-board.ts'
import { detailOf, FIRST, importFile, table } from './catalogue-file.ts'

type Refused = { code: string; params: Record<string, unknown> }

let board: TestBoard
let staff: Staff
let id: string

const step = (desk: DeskClient, version: string, what: string, body?: unknown) =>
  desk.post<CatalogueDetail & Refused>(`/api/desk/catalogue-versions/${version}/${what}`, body)

async function approved(): Promise<CatalogueDetail> {
  const { shown } = await detailOf(staff.handler, id)
  await step(staff.handler, shown.id, 'submit')
  return (await step(staff.deputyLeader, shown.id, 'approve')).body
}

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  id = (await importFile(staff.handler, table(...FIRST))).body.catalogues[0]?.id ?? ''
})
afterEach(() => board.close())

describe('a version of a catalogue', () => {
  it('goes from draft to submitted to approved to filed, and says who did what', async () => {
    const first = await detailOf(staff.handler, id)
    expect(first.shown).toMatchObject({ number: 1, state: 'DRAFT', inUse: true, itemCount: 3 })
    expect(first.shown.may).toEqual({
      ...{ edit: true, submit: true, discard: true },
      ...{ approve: false, sendBack: false, file: false },
    })
    const version = first.shown.id
    const submitted = await step(staff.handler, version, 'submit')
    expect(submitted.body.shown).toMatchObject({ state: 'SUBMITTED', submittedBy: { name: '周敏' } })
    const passed = await step(staff.reviewer, version, 'approve')
    expect(passed.body.shown).toMatchObject({ state: 'APPROVED', approvedBy: { name: '韩立' } })
    const filed = await step(staff.handler, version, 'file', {
      filedOn: '2026-11-23',
      filedWith: '示例县政务公开办',
      filingNumber: '备2026-7',
    })
    expect(filed.body.shown).toMatchObject({
      ...{ state: 'FILED', filedOn: '2026-11-23', filedWith: '示例县政务公开办', filingNumber: '备2026-7' },
      filedBy: { name: '周敏' },
    })
    const log = board.deps.store.read.audit.page(null, 3).map(({ action }) => action)
    expect(log).toEqual(['catalogue.file', 'catalogue.approve', 'catalogue.submit'])
  })

  it('is approved by somebody else than the person who submitted it', async () => {
    const added = await staff.administrator.post<{ id: string }>('/api/desk/accounts', {
      name: '赵新',
      roles: ['HANDLER', 'REVIEWER'],
      password: 'given-2026',
    })
    const both = await board.desk()
    await firstSignIn(both, added.body.id)
    const { shown } = await detailOf(both, id)
    await step(both, shown.id, 'submit')
    for (const [what, body] of [
      ['approve', undefined],
      ['return', { reason: '不妥' }],
    ] as const) {
      const own = await step(both, shown.id, what, body)
      expect([own.status, own.body.code], what).toEqual([403, 'catalogue.submitter-may-not-approve'])
    }
    expect((await detailOf(both, id)).shown.may).toMatchObject({ approve: false, sendBack: false })
    expect((await step(staff.reviewer, shown.id, 'approve')).status).toBe(200)
  })

  it('is approved by somebody who changed nothing in it, even when another person submits it', async () => {
    const added = await staff.administrator.post<{ id: string }>('/api/desk/accounts', {
      name: '赵新',
      roles: ['HANDLER', 'DEPUTY_LEADER'],
      password: 'given-2026',
    })
    const both = await board.desk()
    await firstSignIn(both, added.body.id)
    const { items } = await detailOf(staff.handler, id)
    const changes = [
      () => both.json('PATCH', `/api/desk/catalogue-items/${items[0]?.id}`, { legalBasis: '县里规定' }),
      () => both.post(`/api/desk/catalogues/${id}/rows`, { itemLevel1: '财政', deadlineText: '即时公开' }),
      () => both.json('DELETE', `/api/desk/catalogues/${id}/rows/${items[1]?.id}`),
      () => both.post(`/api/desk/catalogues/${id}/versions`),
      () => importFile(both, table(['表彰', '先进评选', '评选条件', '即时公开'], ...FIRST)),
    ]
    for (const [at, change] of changes.entries()) {
      expect((await change()).status, `${at}`).toBeLessThan(300)
      const version = board.deps.store.read.catalogue.versions(id)[0]?.id ?? ''
      await step(staff.handler, version, 'submit')
      for (const [what, body] of [
        ['approve', undefined],
        ['return', { reason: '不妥' }],
      ] as const) {
        const own = await step(both, version, what, body)
        expect([own.status, own.body.code], `${at} ${what}`).toEqual([
          403,
          'catalogue.submitter-may-not-approve',
        ])
      }
      const seen = await both.get<CatalogueDetail>(`/api/desk/catalogues/${id}?version=${version}`)
      expect(seen.body.shown.may).toMatchObject({ approve: false, sendBack: false })
      const passed = await step(staff.deputyLeader, version, 'approve')
      expect(passed.status, `${at}`).toBe(200)
      if (at < 2) await staff.handler.post(`/api/desk/catalogues/${id}/versions`)
    }
  })

  it('is written and submitted by the handler and approved by the leader in an office of two', async () => {
    const { shown, items } = await detailOf(staff.handler, id)
    await staff.handler.json('PATCH', `/api/desk/catalogue-items/${items[0]?.id}`, { serial: '9' })
    await step(staff.handler, shown.id, 'submit')
    expect((await step(staff.deputyLeader, shown.id, 'approve')).status).toBe(200)
  })

  it('is sent back with a reason, and may then be changed again', async () => {
    const { shown, items } = await detailOf(staff.handler, id)
    await step(staff.handler, shown.id, 'submit')
    const path = `/api/desk/catalogue-items/${items[0]?.id}`
    const frozen = await staff.handler.json<Refused>('PATCH', path, { serial: '9' })
    expect([frozen.status, frozen.body.code]).toEqual([409, 'catalogue.version-frozen'])
    const bare = await step(staff.deputyLeader, shown.id, 'return', { reason: '  ' })
    expect(bare.body.code).toBe('duty.reason-required')
    const returned = await step(staff.deputyLeader, shown.id, 'return', { reason: '第3条缺少公开依据' })
    expect(returned.body.shown).toMatchObject({ state: 'DRAFT', returnReason: '第3条缺少公开依据' })
    expect((await staff.handler.json('PATCH', path, { serial: '9' })).status).toBe(200)
  })

  it.each([
    ['the handler', 'handler', 'approve', 403, 'trust.role-missing'],
    ['the secrecy reviewer', 'secrecyReviewer', 'submit', 403, 'trust.role-missing'],
    ['the leader, before it is submitted', 'deputyLeader', 'approve', 409, 'catalogue.version-wrong-state'],
    ['the handler, filing a draft', 'handler', 'file', 409, 'catalogue.version-wrong-state'],
  ] as const)('takes no step out of turn: %s', async (_, who, what, status, code) => {
    const { shown } = await detailOf(staff.handler, id)
    const body = what === 'file' ? { filedOn: '2026-11-23' } : undefined
    const refused = await step(staff[who], shown.id, what, body)
    expect([refused.status, refused.body.code]).toEqual([status, code])
  })

  it('is not filed before it was approved, nor in the future', async () => {
    const { shown } = await approved()
    for (const filedOn of ['2026-11-22', '2026-11-24']) {
      const refused = await step(staff.handler, shown.id, 'file', { filedOn })
      expect([refused.status, refused.body.code], filedOn).toEqual([422, 'catalogue.filing-date'])
    }
    expect((await step(staff.handler, shown.id, 'file', { filedOn: '不详' })).body.code).toBe(
      'request.invalid',
    )
  })

  it('counts from its approval on: until then the version before it does', async () => {
    await approved()
    const begun = await staff.handler.post<CatalogueDetail>(`/api/desk/catalogues/${id}/versions`)
    expect(begun.body.shown).toMatchObject({ number: 2, state: 'DRAFT', inUse: false, itemCount: 3 })
    const item = begun.body.items[0]
    await staff.handler.json('PATCH', `/api/desk/catalogue-items/${item?.id}`, { deadlineText: '即时公开' })
    expect(board.deps.store.read.catalogue.item(item?.id ?? '')?.deadlineText).toBe('20个工作日内')
    const list = await staff.handler.get<CatalogueSummary[]>('/api/desk/catalogues')
    expect(list.body[0]).toMatchObject({ version: { number: 1 }, openVersion: { number: 2, state: 'DRAFT' } })
    await step(staff.handler, begun.body.shown.id, 'submit')
    await step(staff.deputyLeader, begun.body.shown.id, 'approve')
    expect(board.deps.store.read.catalogue.item(item?.id ?? '')?.deadlineText).toBe('即时公开')
    const diff = await staff.reviewer.get<CatalogueDiff>(
      `/api/desk/catalogue-versions/${begun.body.shown.id}/diff?with=${begun.body.versions[1]?.id}`,
    )
    expect(diff.body.changed).toMatchObject([{ itemId: item?.id, fields: ['deadlineText', 'deadlineRule'] }])
    expect(diff.body.unchanged).toBe(2)
    const old = await staff.handler.get<CatalogueDetail>(
      `/api/desk/catalogues/${id}?version=${begun.body.versions[1]?.id}`,
    )
    expect(old.body.items[0]?.deadlineText).toBe('20个工作日内')
  })

  it('is the only one under way', async () => {
    await approved()
    await staff.handler.post(`/api/desk/catalogues/${id}/versions`)
    const second = await staff.handler.post<Refused>(`/api/desk/catalogues/${id}/versions`)
    expect([second.status, second.body]).toMatchObject([
      409,
      { code: 'catalogue.version-open', params: { number: 2 } },
    ])
  })

  it('is thrown away as a draft only; the first one takes the catalogue with it unless a notice names an item', async () => {
    const { shown, items } = await detailOf(staff.handler, id)
    const remove = (version: string) =>
      staff.handler.json<CatalogueDetail & Refused>('DELETE', `/api/desk/catalogue-versions/${version}`)
    const begun = await staff.handler.post<{ id: string }>('/api/desk/notices', {
      catalogueItemId: items[0]?.id,
    })
    expect(begun.status).toBe(200)
    expect((await remove(shown.id)).body.code).toBe('catalogue.version-wrong-state')
    await approved()
    expect((await remove(shown.id)).body.code).toBe('catalogue.version-wrong-state')
    const next = await staff.handler.post<CatalogueDetail>(`/api/desk/catalogues/${id}/versions`)
    const left = await remove(next.body.shown.id)
    expect([left.status, left.body.versions.length]).toEqual([200, 1])
    const other = await importFile(
      staff.handler,
      table(['表彰', '先进评选', '评选条件', '即时公开']),
      'b.csv',
    )
    const otherId = other.body.catalogues[0]?.id ?? ''
    expect((await remove((await detailOf(staff.handler, otherId)).shown.id)).status).toBe(204)
    expect((await staff.handler.get<unknown[]>('/api/desk/catalogues')).body).toHaveLength(1)
  })

  it('of another catalogue or none is not found', async () => {
    const { shown } = await detailOf(staff.handler, id)
    expect((await step(staff.handler, 'nothing', 'submit')).status).toBe(404)
    const other = await importFile(
      staff.handler,
      table(['表彰', '先进评选', '评选条件', '即时公开']),
      'b.csv',
    )
    const otherId = other.body.catalogues[0]?.id ?? ''
    const { shown: foreign } = await detailOf(staff.handler, otherId)
    for (const path of [
      `catalogue-versions/${shown.id}/diff?with=${foreign.id}`,
      `catalogues/${id}?version=${foreign.id}`,
      'catalogue-versions/nothing/xlsx',
    ]) {
      expect((await staff.handler.get<Refused>(`/api/desk/${path}`)).body.code, path).toBe(
        'catalogue.version-not-found',
      )
    }
  })
})

describe('a row of the draft', () => {
  const patch = (item: string, change: unknown) =>
    staff.handler.json<Record<string, unknown> & Refused>(
      'PATCH',
      `/api/desk/catalogue-items/${item}`,
      change,
    )

  it('is read anew when its deadline text changes, unless the clerk gives the rule', async () => {
    const { items } = await detailOf(staff.handler, id)
    const item = items[0]?.id ?? ''
    const read = await patch(item, { deadlineText: '每季度首月15日前' })
    expect(read.body).toMatchObject({
      deadlineRule: { class: 'QUARTERLY', monthday: 15 },
      deadlineRuleSet: false,
    })
    const rule = { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' }
    const set = await patch(item, { deadlineText: '每月', deadlineRule: rule })
    expect(set.body).toMatchObject({ deadlineText: '每月', deadlineRule: rule, deadlineRuleSet: true })
    expect((await patch(item, { contentElements: '职能' })).body).toMatchObject({ deadlineRule: rule })
    const again = await patch(item, { deadlineRuleSet: false })
    expect(again.body).toMatchObject({ deadlineRuleSet: false })
    expect(again.body['deadlineRule']).not.toEqual(rule)
  })

  it('takes no rule that cannot be worked with, and no personal data', async () => {
    const { items } = await detailOf(staff.handler, id)
    const item = items[0]?.id ?? ''
    for (const [rule, field] of [
      [{ class: 'ON_EVENT', amount: 20 }, 'unit'],
      [{ class: 'MONTHLY', monthday: 15 }, 'offset'],
      [{ class: 'YEARLY', date: '02-30' }, 'date'],
      [{ class: 'STAGED', stages: [] }, 'stages'],
      [{ class: 'MONTHLY', monthday: 15, offset: 'nextMonth', date: '01-31' }, 'date'],
    ]) {
      const refused = await patch(item, { deadlineRule: rule })
      expect([refused.body.code, refused.body.params['field']]).toEqual(['catalogue.rule-invalid', field])
    }
    const named = await patch(item, { contentElements: '联系人身份证99000019800229001X' })
    expect(named.body).toMatchObject({ code: 'catalogue.personal-data', params: { row: 1 } })
  })

  it('follows channels and audience in how far it goes, unless the clerk says', async () => {
    const { items } = await detailOf(staff.handler, id)
    const item = items[2]?.id ?? ''
    const limited = await patch(item, { audience: 'SPECIFIC_GROUP', audienceNote: '本村村民' })
    expect(limited.body['disclosureScope']).toBe('LIMITED_CIRCLE')
    expect((await patch(item, { channels: ['精准推送'] })).body['disclosureScope']).toBe('NAMED_PERSONS')
    const said = await patch(item, { channels: ['公示栏'], disclosureScope: 'PUBLIC' })
    expect(said.body['disclosureScope']).toBe('PUBLIC')
  })

  it('is added at the end and taken out again; its item stays for the records', async () => {
    const added = await staff.handler.post<{ id: string; position: number }>(
      `/api/desk/catalogues/${id}/rows`,
      { itemLevel1: '表彰奖励', deadlineText: '即时公开' },
    )
    expect([added.status, added.body]).toMatchObject([
      201,
      { position: 3, deadlineRule: { class: 'IMMEDIATE' }, disclosureScope: 'PUBLIC' },
    ])
    const path = `/api/desk/catalogues/${id}/rows/${added.body.id}`
    expect((await staff.handler.json('DELETE', path)).status).toBe(204)
    expect((await staff.handler.json<Refused>('DELETE', path)).body.code).toBe('catalogue.item-not-found')
    expect(board.deps.store.read.catalogue.catalogueOf(added.body.id)).toBe(id)
    const nameless = await staff.handler.post<Refused>(`/api/desk/catalogues/${id}/rows`, {})
    expect(nameless.body.code).toBe('catalogue.title-required')
  })

  it('no row can be changed once everything is approved, and only by those who keep the catalogue', async () => {
    const { items } = await approved()
    expect((await patch(items[0]?.id ?? '', { serial: '7' })).body.code).toBe('catalogue.version-frozen')
    const path = `/api/desk/catalogue-items/${items[0]?.id}`
    expect((await staff.reviewer.json<Refused>('PATCH', path, { serial: '7' })).status).toBe(403)
  })
})
