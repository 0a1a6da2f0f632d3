import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicListSchema } from '../../../server/register/public-schemas.ts'
import type {
  ListComparisonView,
  ListDetail,
  ListFileView,
  ListRowView,
  PublicList,
  PublicLists,
} from '../../../server/register/views.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

type Answer = ListDetail & { code: string; params: object }

const proposal = (change: object = {}) => ({
  name: null,
  columns: null,
  reason: '首次公布',
  legalBasis: '',
  effectiveOn: '2026-11-23',
  sourceFile: '',
  changes: [] as object[],
  ...change,
})

const added = (...texts: string[]) => ({ kind: 'ADDED', rowId: null, texts, base: null })

async function newList(change: object = {}): Promise<ListDetail> {
  const { status, body } = await staff.handler.post<Answer>('/api/desk/lists', {
    unitId: 'township',
    kind: 'FEE',
    proposal: proposal({
      name: '收费目录清单',
      columns: [
        { id: null, label: '项目名称' },
        { id: null, label: '标准' },
      ],
      changes: [added('门牌补办', '5元'), added('档案复印', '1元/页')],
      ...change,
    }),
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

const decide = (who: keyof Staff, id: string, decision = 'CONFIRMED', reason = '') =>
  staff[who].post<Answer>(`/api/desk/list-changes/${id}/decision`, { decision, reason })

const propose = (id: string, change: object) =>
  staff.handler.post<Answer>(`/api/desk/lists/${id}/changes`, proposal({ reason: '上级调整', ...change }))

async function publicList(): Promise<ListDetail> {
  const list = await newList()
  const { body } = await decide('reviewer', list.sets[0]?.id ?? '')
  return body
}

const shown = (id: string) => board.visitor().get<PublicList & { code: string }>(`/api/public/lists/${id}`)
const names = async () =>
  (await board.visitor().get<PublicLists>('/api/public/lists')).body.lists.map(({ name }) => name)

describe('a new list', () => {
  it('is public once a second person has confirmed it, and not before', async () => {
    const list = await newList()
    const set = list.sets[0]?.id ?? ''
    expect(list).toMatchObject({ standing: 'NOT_YET', name: '收费目录清单', rows: [] })
    expect(await names()).toEqual([])
    expect((await shown(list.id)).status).toBe(404)
    expect((await decide('handler', set)).body.code).toBe('trust.role-missing')
    expect((await decide('secrecyReviewer', set)).body.code).toBe('trust.role-missing')
    expect((await decide('deputyLeader', set)).body).toMatchObject({ standing: 'PUBLIC' })
    expect(await names()).toEqual(['收费目录清单'])
    expect((await shown(list.id)).body).toMatchObject({
      unit: '示例县云溪镇人民政府',
      asOf: '2026-11-23',
      columns: ['项目名称', '标准'],
      rows: [{ texts: ['门牌补办', '5元'] }, { texts: ['档案复印', '1元/页'] }],
      changes: [{ first: true, added: 2, reason: '首次公布', rows: [] }],
    })
    expect((await decide('reviewer', set)).body.code).toBe('register.already-decided')
  })

  it('is not confirmed by the person who proposed it, whatever roles they hold', async () => {
    const list = await newList()
    const handler = board.deps.store.read.office.accountByName('周敏')
    board.deps.store.tx((write) =>
      write.office.updateAccount(handler?.id ?? '', { roles: ['HANDLER', 'REVIEWER'] }),
    )
    const own = await decide('handler', list.sets[0]?.id ?? '')
    expect([own.status, own.body.code]).toEqual([403, 'register.proposer-may-not-confirm'])
  })

  it('is sent back with a reason, and proposed anew', async () => {
    const list = await newList()
    const set = list.sets[0]?.id ?? ''
    expect((await propose(list.id, { changes: [added('甲', '乙')] })).body.code).toBe('register.wrong-state')
    expect((await decide('reviewer', set, 'RETURNED')).body.code).toBe('register.reason-required')
    expect((await decide('reviewer', set, 'RETURNED', '标准有误')).body.sets[0]).toMatchObject({
      state: 'RETURNED',
      decision: { reason: '标准有误', by: { name: '韩立' } },
    })
    expect(await names()).toEqual([])
    const anew = await propose(list.id, {
      name: '收费目录清单',
      columns: [{ id: null, label: '项目名称' }],
      changes: [added('门牌补办')],
    })
    expect(anew.status, JSON.stringify(anew.body)).toBe(200)
    await decide('reviewer', anew.body.sets[0]?.id ?? '')
    expect((await shown(list.id)).body.rows.map(({ texts }) => texts)).toEqual([['门牌补办']])
  })
})

describe('a change of a list', () => {
  it('takes effect by itself on its day, is logged for everybody, and leaves former days as they were', async () => {
    const { id, rows } = await publicList()
    const [plate, copy] = rows
    const changed = await propose(id, {
      legalBasis: '示例县收费目录（2026年版）',
      effectiveOn: '2026-12-01',
      changes: [
        { kind: 'CHANGED', rowId: plate?.id, texts: ['门牌补办', '免费'], base: plate?.version },
        { kind: 'REMOVED', rowId: copy?.id, texts: null, base: copy?.version },
        added('场地使用', '50元/天'),
      ],
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    await decide('reviewer', changed.body.sets[0]?.id ?? '')
    expect((await shown(id)).body).toMatchObject({ rowCount: 2, changes: [{ first: true }] })
    const on = async (day: string) => {
      const { body } = await staff.reviewer.get<ListDetail>(`/api/desk/lists/${id}?on=${day}`)
      return body.rows.map(({ texts, next }) => [texts[1], next?.on ?? null])
    }
    expect(await on('2026-11-25')).toEqual([
      ['5元', '2026-12-01'],
      ['1元/页', '2026-12-01'],
    ])
    expect(await on('2026-12-01')).toEqual([
      ['免费', null],
      ['50元/天', null],
    ])
    board.clock.set('2026-11-30T16:00:00.000Z')
    const { body } = await shown(id)
    expect(body.rows.map(({ texts, since }) => [...texts, since])).toEqual([
      ['门牌补办', '免费', '2026-12-01'],
      ['场地使用', '50元/天', '2026-12-01'],
    ])
    expect(body.changes[0]).toEqual({
      on: '2026-12-01',
      reason: '上级调整',
      legalBasis: '示例县收费目录（2026年版）',
      first: false,
      added: 1,
      changed: 1,
      removed: 1,
      name: null,
      columns: null,
      rows: [
        { kind: 'CHANGED', title: '门牌补办', fields: [{ label: '标准', before: '5元', after: '免费' }] },
        { kind: 'REMOVED', title: '档案复印', fields: [] },
        { kind: 'ADDED', title: '场地使用', fields: [] },
      ],
    })
    expect(JSON.stringify(body)).not.toMatch(/周敏|韩立/)
    expect(publicListSchema.safeParse(body).error).toBeUndefined()
  })

  it('is refused when the row has been changed since, at once or when it is confirmed', async () => {
    const { id, rows } = await publicList()
    const [plate] = rows
    const one = { kind: 'CHANGED', rowId: plate?.id, texts: ['门牌补办', '4元'], base: plate?.version }
    const first = await propose(id, { changes: [one] })
    const second = await propose(id, { changes: [{ ...one, texts: ['门牌补办', '3元'] }] })
    await decide('reviewer', first.body.sets[0]?.id ?? '')
    const late = await decide('reviewer', second.body.sets[0]?.id ?? '')
    expect([late.status, late.body.code]).toEqual([409, 'register.change-outdated'])
    expect((await propose(id, { changes: [one] })).body.code).toBe('register.change-outdated')
    const detail = await staff.reviewer.get<ListDetail>(`/api/desk/lists/${id}`)
    expect(detail.body.sets.map(({ outdated }) => outdated)).toEqual([true, false, false])
    expect((await shown(id)).body.rows[0]?.texts).toEqual(['门牌补办', '4元'])
  })

  it('with personal data is refused with row and column, and never with the value', async () => {
    const { id } = await publicList()
    const answer = await propose(id, { changes: [added('咨询', '13800138000')] })
    expect([answer.status, answer.body.code]).toEqual([422, 'register.privacy-hit'])
    expect(answer.body.params).toEqual({ part: 'CELL', row: 1, column: '标准', kind: 'MOBILE', count: 1 })
    const reason = await propose(id, { reason: '应周敏13800138000要求', changes: [added('甲', '乙')] })
    expect(reason.body.params).toMatchObject({ part: 'REASON', kind: 'MOBILE' })
  })

  it('may rename the list and its columns, and rows keep their texts', async () => {
    const { id, columns } = await publicList()
    const answer = await propose(id, {
      name: '云溪镇收费目录清单',
      columns: [columns[0], { ...columns[1], label: '收费标准' }, { id: null, label: '依据' }],
    })
    await decide('reviewer', answer.body.sets[0]?.id ?? '')
    expect((await shown(id)).body).toMatchObject({
      name: '云溪镇收费目录清单',
      columns: ['项目名称', '收费标准', '依据'],
      rows: [{ texts: ['门牌补办', '5元', ''] }, { texts: ['档案复印', '1元/页', ''] }],
      changes: [{ name: '云溪镇收费目录清单', columns: ['项目名称', '收费标准', '依据'] }, { first: true }],
    })
  })

  it('of the columns is refused when others have been confirmed since', async () => {
    const { id, columns } = await publicList()
    const renamed = async (label: string) =>
      (await propose(id, { columns: [columns[0], { ...columns[1], label }] })).body.sets[0]?.id ?? ''
    const [first, second] = [await renamed('收费标准'), await renamed('价格')]
    board.clock.advance(1000)
    expect((await decide('reviewer', first)).status).toBe(200)
    expect((await decide('reviewer', second)).body.code).toBe('register.change-outdated')
    expect((await shown(id)).body.columns).toEqual(['项目名称', '收费标准'])
  })

  it('is read once more when it is confirmed: what slipped past the desk stays inside', async () => {
    const { id } = await publicList()
    const { store } = board.deps
    store.tx((write) =>
      write.list.insertChangeSet({
        id: 'slipped',
        listId: id,
        name: null,
        columns: null,
        reason: '补充',
        legalBasis: '',
        effectiveOn: '2026-11-23',
        sourceFile: '',
        personal: false,
        proposedBy: store.read.office.accountByName('周敏')?.id ?? '',
        proposedAt: board.clock.now(),
        changes: [{ rowId: 'r9', kind: 'ADDED', cells: { c1: '咨询13800138000' }, place: 9, base: null }],
      }),
    )
    const answer = await decide('reviewer', 'slipped')
    expect([answer.status, answer.body.code]).toEqual([422, 'register.privacy-hit'])
    expect(JSON.stringify((await shown(id)).body)).not.toContain('13800138000')
  })

  it('is recalled by the person who proposed it, and by nobody else', async () => {
    const { id } = await publicList()
    const set = (await propose(id, { changes: [added('甲', '乙')] })).body.sets[0]?.id ?? ''
    expect((await decide('reviewer', set, 'RECALLED')).body.code).toBe('trust.role-missing')
    expect((await decide('handler', set, 'RECALLED')).body.sets[0]?.state).toBe('RECALLED')
  })

  it('is written into the log with counts, not with texts', async () => {
    const { id } = await publicList()
    await propose(id, { changes: [added('甲', '乙')] })
    const events = board.deps.store.read.audit.ofSubject('list', id)
    expect(events.map(({ action }) => action)).toEqual(['list.create', 'list.confirm', 'list.propose'])
    expect(JSON.stringify(events)).not.toMatch(/门牌|首次公布|上级调整/)
  })
})

describe('a list taken down', () => {
  it('is gone for the public at once, and shown again by somebody else only', async () => {
    const { id } = await publicList()
    const set = (who: keyof Staff, action: string, reason = '误列') =>
      staff[who].post<Answer>(`/api/desk/lists/${id}/standing`, { action, reason })
    expect((await set('handler', 'HIDDEN', '')).body.code).toBe('register.reason-required')
    expect((await set('reviewer', 'HIDDEN')).body).toMatchObject({
      standing: 'HIDDEN',
      hidden: { reason: '误列', by: { name: '韩立' } },
    })
    expect(await names()).toEqual([])
    expect((await shown(id)).status).toBe(404)
    expect((await set('reviewer', 'SHOWN')).body.code).toBe('register.proposer-may-not-confirm')
    expect((await set('handler', 'SHOWN')).body.code).toBe('trust.role-missing')
    expect((await set('deputyLeader', 'SHOWN', '已核对')).body.standing).toBe('PUBLIC')
    expect(await names()).toEqual(['收费目录清单'])
  })
})

describe('a list and a file', () => {
  const csv = (text: string) => new TextEncoder().encode(text)

  it('a file is read before anything is stored', async () => {
    const file = csv('云溪镇收费目录,,\n序号,项目名称,标准\n1,门牌补办,5元\n注：以收费公示为准,,\n')
    const { status, body } = await staff.handler.upload<ListFileView>(
      '/api/desk/lists/read',
      '收费.csv',
      file,
    )
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      fileName: '收费.csv',
      name: '云溪镇收费目录',
      labels: ['项目名称', '标准'],
      rows: [['门牌补办', '5元']],
      notes: [{ code: 'ROW_SKIPPED', row: 4 }],
    })
    expect(board.deps.store.read.list.list()).toEqual([])
    const refused = await staff.reviewer.upload<{ code: string }>('/api/desk/lists/read', '收费.csv', file)
    expect(refused.body.code).toBe('trust.role-missing')
  })

  it('read again, a file becomes one change set: new, changed and gone rows', async () => {
    const { id } = await publicList()
    const file = csv('项目名称,标准\n门牌补办,免费\n场地使用,50元/天\n')
    const compared = await staff.handler.upload<ListComparisonView>(
      `/api/desk/lists/${id}/compare`,
      '收费.csv',
      file,
    )
    expect(compared.body).toMatchObject({ columnsChanged: false, same: 0 })
    expect(compared.body.changes.map(({ kind }) => kind)).toEqual(['CHANGED', 'ADDED', 'REMOVED'])
    const changes = compared.body.changes.map(({ before: _, ...change }) => change)
    const proposed = await propose(id, { sourceFile: '收费.csv', changes })
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(200)
    await decide('deputyLeader', proposed.body.sets[0]?.id ?? '')
    expect((await shown(id)).body.rows.map(({ texts }) => texts)).toEqual([
      ['门牌补办', '免费'],
      ['场地使用', '50元/天'],
    ])
    const again = await staff.handler.upload<ListComparisonView>(
      `/api/desk/lists/${id}/compare`,
      '收费.csv',
      file,
    )
    expect(again.body).toMatchObject({ changes: [], same: 2 })
  })

  it.each(["'收费清单'", "'", 'History'])('is written whatever it is called: %s', async (name) => {
    const list = await newList({ name })
    await decide('reviewer', list.sets[0]?.id ?? '')
    const response = await staff.reviewer.raw('GET', `/api/desk/lists/${list.id}/xlsx?on=2026-11-23`)
    expect(response.status).toBe(200)
  })

  it('is written as it stands on a day, as text that no spreadsheet takes for a formula', async () => {
    const list = await newList({ changes: [added('=1+1', '5元')] })
    await decide('reviewer', list.sets[0]?.id ?? '')
    const response = await staff.reviewer.raw('GET', `/api/desk/lists/${list.id}/xlsx?on=2026-11-23`)
    expect(response.status).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const row = workbook.worksheets[0]?.getRow(3)
    expect(((row?.values ?? []) as string[]).slice(1)).toEqual(['1', '=1+1', '5元'])
    expect(row?.getCell(2).formula).toBeUndefined()
    const early = await staff.reviewer.get<{ code: string }>(`/api/desk/lists/${list.id}/xlsx?on=2026-11-22`)
    expect(early.body.code).toBe('register.table-empty')
  })
})

describe('the lists at the desk', () => {
  it('say what waits and what is still to come', async () => {
    const { id } = await publicList()
    const coming = await propose(id, { effectiveOn: '2027-01-01', changes: [added('甲', '乙')] })
    await decide('reviewer', coming.body.sets[0]?.id ?? '')
    await propose(id, { changes: [added('丙', '丁')] })
    const { body } = await staff.handler.get<ListRowView[]>('/api/desk/lists')
    expect(body).toMatchObject([
      {
        name: '收费目录清单',
        standing: 'PUBLIC',
        rowCount: 2,
        changedOn: '2026-11-23',
        waiting: 1,
        coming: 1,
      },
    ])
    const counts = async (who: keyof Staff) =>
      (await staff[who].get<{ listsToConfirm: number }>('/api/desk/register-counts')).body.listsToConfirm
    expect([await counts('handler'), await counts('reviewer')]).toEqual([0, 1])
  })
})
