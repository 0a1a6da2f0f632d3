import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicListSchema } from '../../../server/register/public-schemas.ts'
import type { ListDetail, PublicList } from '../../../server/register/views.ts'
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

const added = (...texts: string[]) => ({ kind: 'ADDED', rowId: null, texts, base: null })
const PROPOSAL = {
  ...{ name: null, columns: null, reason: '上级调整', legalBasis: '' },
  ...{ effectiveOn: '2026-11-23', sourceFile: '', changes: [] },
}

async function newList(...changes: object[]): Promise<ListDetail> {
  const columns = ['项目名称', '标准'].map((label) => ({ id: null, label }))
  const proposal = { ...PROPOSAL, name: '收费目录清单', columns, changes }
  const list = { unitId: 'township', kind: 'FEE', proposal }
  return (await staff.handler.post<ListDetail>('/api/desk/lists', list)).body
}

const decide = (who: keyof Staff, id: string) =>
  staff[who].post<Answer>(`/api/desk/list-changes/${id}/decision`, { decision: 'CONFIRMED', reason: '' })

const propose = (id: string, change: object) =>
  staff.handler.post<Answer>(`/api/desk/lists/${id}/changes`, { ...PROPOSAL, ...change })

async function publicList(): Promise<ListDetail> {
  const list = await newList(added('门牌补办', '5元'), added('档案复印', '1元/页'))
  return (await decide('reviewer', list.sets[0]?.id ?? '')).body
}

const shown = (id: string) => board.visitor().get<PublicList>(`/api/public/lists/${id}`)

describe('what a change takes away as personal information', () => {
  const DETAIL = '张某某患尿毒症'
  const told = async (id: string) => {
    const { body } = await shown(id)
    expect(publicListSchema.safeParse(body).error).toBeUndefined()
    return body
  }

  it.each([
    ['the handler', { personal: true }, {}],
    ['the person who confirms', {}, { personal: true }],
  ])('is in no line of the public log when %s says so; the desk keeps it', async (_, proposed, decided) => {
    const list = await newList(added('困难救助', '500元'), added(DETAIL, '800元'))
    const { rows } = (await decide('reviewer', list.sets[0]?.id ?? '')).body
    const [help, named] = rows
    const worse = await propose(list.id, {
      changes: [
        { kind: 'CHANGED', rowId: help?.id, texts: ['困难救助', DETAIL], base: help?.version },
        { kind: 'CHANGED', rowId: named?.id, texts: [DETAIL, '900元'], base: named?.version },
      ],
    })
    const { rows: now } = (await decide('reviewer', worse.body.sets[0]?.id ?? '')).body
    expect(JSON.stringify(await told(list.id))).toContain(DETAIL)
    const mended = await propose(list.id, {
      ...proposed,
      changes: [
        { kind: 'CHANGED', rowId: help?.id, texts: ['困难救助', '600元'], base: now[0]?.version },
        { kind: 'REMOVED', rowId: named?.id, texts: null, base: now[1]?.version },
      ],
    })
    const set = mended.body.sets[0]?.id ?? ''
    const confirmed = await staff.reviewer.post<Answer>(`/api/desk/list-changes/${set}/decision`, {
      ...{ decision: 'CONFIRMED', reason: '' },
      ...decided,
    })
    expect(confirmed.body.sets[0]).toMatchObject({ personal: true })
    expect(JSON.stringify(confirmed.body.sets[0]?.changes)).toContain(DETAIL)
    const body = await told(list.id)
    expect(JSON.stringify(body)).not.toContain(DETAIL)
    expect(JSON.stringify(body)).not.toContain('900元')
    expect(body.changes.map((change) => change.rows)).toEqual([
      [
        { kind: 'CHANGED', title: '困难救助', fields: [{ label: '标准', before: null, after: '600元' }] },
        { kind: 'REMOVED', title: null, fields: [] },
      ],
      [
        { kind: 'CHANGED', title: '困难救助', fields: [{ label: '标准', before: null, after: null }] },
        { kind: 'CHANGED', title: null, fields: [{ label: '标准', before: null, after: null }] },
      ],
      [],
    ])
  })

  it('may be a former name, a heading, or a column with all its cells', async () => {
    const { id, columns } = await publicList()
    const first = await propose(id, {
      name: `${DETAIL}清单`,
      columns: [...columns, { id: null, label: DETAIL }],
    })
    const wide = (await decide('reviewer', first.body.sets[0]?.id ?? '')).body
    const [row] = wide.rows
    const second = await propose(id, {
      changes: [{ kind: 'CHANGED', rowId: row?.id, texts: ['门牌补办', '5元', DETAIL], base: row?.version }],
    })
    await decide('reviewer', second.body.sets[0]?.id ?? '')
    const third = await propose(id, { name: '收费清单', columns, personal: true })
    await decide('reviewer', third.body.sets[0]?.id ?? '')
    const body = await told(id)
    expect(JSON.stringify(body)).not.toContain('尿毒症')
    expect(body.changes.map(({ name }) => name)).toEqual(['收费清单', null, null, null])
  })
})

describe('the day a change takes effect', () => {
  it('lies five years back at most', async () => {
    const { id } = await publicList()
    for (const effectiveOn of ['1900-01-01', '2021-11-22']) {
      const early = await propose(id, { effectiveOn, changes: [added('甲', '乙')] })
      expect([early.status, early.body.code, early.body.params]).toEqual([
        422,
        'register.effective-too-early',
        { earliest: '2021-11-23' },
      ])
    }
    expect((await propose(id, { effectiveOn: '2021-11-23', changes: [added('甲', '乙')] })).status).toBe(200)
  })
})
