import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DutyMatrix, DutyPage, RuleView } from '../../../server/duty/views.ts'
import { ok, ScenarioOffice, type ScenarioRow } from './scenario-office.ts'

/** The five quarterly items of domain book §1.2 D. */
const GOVERNMENT = [
  '年度工作目标任务进展情况',
  '行政许可、办理、服务事项的结果',
  '行政执法及行政处罚的结果',
  '扶贫、优抚、教育、社会保障、劳动就业等方面的标准、条件及实施情况',
  '各类基金的运行和使用情况',
]
/** Twelve items villages put up every quarter (domain book §4.3). */
const VILLAGE = [
  '村民代表会议决议',
  '民主评议',
  '土地承包、流转',
  '最低生活保障',
  '特困人员供养',
  '临时救助',
  '残疾人两项补贴',
  '高龄津贴',
  '惠农补贴',
  '医疗保险参保',
  '计划生育',
  '村干部补贴',
]
const VILLAGES = ['河西村', '河东村', '石桥村']

const rows = (level1: string, items: readonly string[]): readonly ScenarioRow[] =>
  items.map((item) => [level1, `"${item}"`, '按季公开'])

let office: ScenarioOffice
let units: string[]
let township: { readonly versionId: string; readonly items: Map<string, CatalogueItem> }
let village: { readonly items: Map<string, CatalogueItem> }

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-08-03T01:00:00.000Z')
  units = []
  for (const name of VILLAGES) units.push(await office.village(name))
  township = await office.catalogue('云溪镇政务公开目录.csv', rows('政务公开事项', GOVERNMENT), ['township'])
  village = await office.catalogue('云溪镇村务公开目录.csv', rows('村务公开事项', VILLAGE), units)
  await office.goTo('2026-10-01T01:00:00.000Z')
})
afterAll(() => office.close())

async function matrix(regime: string): Promise<DutyMatrix> {
  const path = `/api/desk/duty-matrix?regime=${regime}&period=2026-Q3`
  return ok(await office.staff.handler.get<DutyMatrix>(path))
}

describe('S3: on 1 October 2026', () => {
  it('there is one duty for each of the 5 government items and the 12 village items of every village', async () => {
    for (const item of township.items.values()) {
      const duties = (await office.dutiesOf(item)).filter(({ period }) => period === '2026-Q3')
      expect(duties.map(({ unit }) => unit.id)).toEqual(['township'])
    }
    for (const item of village.items.values()) {
      const duties = (await office.dutiesOf(item)).filter(({ period }) => period === '2026-Q3')
      expect(duties.map(({ unit }) => unit.name).toSorted()).toEqual(VILLAGES.toSorted())
    }
    const government = await matrix('GOV')
    expect(government.rows.map(({ title }) => title)).toHaveLength(5)
    const villages = await matrix('VILLAGE')
    expect(villages.rows).toHaveLength(12)
    expect(villages.units.map(({ name, open }) => [name, open])).toEqual(VILLAGES.map((name) => [name, 12]))
  })

  it('the government has until 3 November: 20 working days from 30 September, with the days that rest and that work', async () => {
    const [third] = await office.dutiesOf(township.items.get('各类基金的运行和使用情况'))
    expect(third).toMatchObject({
      period: '2026-Q3',
      term: { amount: 20, unit: 'workday', start: '2026-09-30' },
      due: '2026-11-03',
      provisional: false,
      ground: { deadlineText: '按季公开', ruleId: 'OGI26', rule: { class: 'QUARTERLY' } },
    })
    expect(third?.steps).toContainEqual({
      kind: 'HOLIDAY',
      from: '2026-10-01',
      to: '2026-10-07',
      days: 7,
      name: '国庆节',
    })
    expect(third?.steps).toContainEqual(
      expect.objectContaining({ kind: 'MAKE_UP_WORKDAY', from: '2026-10-10', to: '2026-10-10' }),
    )
    const counted = third?.steps.filter(({ kind }) => kind === 'COUNTED' || kind === 'MAKE_UP_WORKDAY') ?? []
    expect(counted.reduce((sum, { days }) => sum + days, 0)).toBe(20)
  })

  it('the villages have until the 15th, by the rule that stands in, which says that it is a default', async () => {
    const [third] = await office.dutiesOf(village.items.get('高龄津贴'))
    expect(third).toMatchObject({
      due: '2026-10-15',
      ground: { ruleId: 'CQ15Q', scope: 'PROVINCE', basis: '重庆市实施村民委员会组织法办法第30条' },
    })
  })

  it('where the office sets the 20th, open duties move, and the history says from where', async () => {
    const { administrator, deputyLeader } = office.staff
    const rules = ok(await administrator.get<RuleView[]>('/api/desk/rules'))
    const {
      version: _,
      builtIn: __,
      former: ___,
      usedBy,
      ...rule
    } = rules.find(({ ruleId }) => ruleId === 'CQ15Q') as RuleView
    expect(usedBy).toBe(12)
    const changed = {
      ...rule,
      rule: { ...rule.rule, monthday: 20 },
      scope: 'TOWNSHIP',
      basis: '镇村务公开制度',
    }
    ok(await deputyLeader.post('/api/desk/rules', changed))
    await office.goTo('2026-10-08T01:00:00.000Z')
    const [third] = await office.dutiesOf(village.items.get('高龄津贴'))
    expect(third).toMatchObject({ due: '2026-10-20', ground: { ruleVersion: 2, basis: '镇村务公开制度' } })
    expect((await office.duty(third?.id)).history).toMatchObject([
      { action: 'MOVED', formerDue: '2026-10-15', due: '2026-10-20' },
    ])
  })
})

describe('S3: nothing to report', () => {
  it('two villages report so with a reason; it counts as done, silence does not', async () => {
    const duties = (await office.dutiesOf(village.items.get('临时救助'))).filter(
      ({ period }) => period === '2026-Q3',
    )
    const [first, second, third] = VILLAGES.map((name) => duties.find(({ unit }) => unit.name === name))
    const path = (id: string | undefined) => `/api/desk/duties/${id}/nil`
    const silent = await office.staff.handler.post<{ code: string }>(path(first?.id), { reason: ' ' })
    expect(silent.body.code).toBe('duty.reason-required')
    for (const duty of [first, second]) {
      ok(await office.staff.handler.post(path(duty?.id), { reason: '第三季度没有发放临时救助' }))
    }
    await office.goTo('2026-10-21T01:00:00.000Z')
    expect(await office.states(first?.id, second?.id, third?.id)).toEqual([
      'NIL_REPORTED',
      'NIL_REPORTED',
      'OVERDUE',
    ])
    const row = (await matrix('VILLAGE')).rows.find(({ title }) => title.endsWith('临时救助'))
    expect(row?.cells.map((cell) => cell?.state)).toEqual(['NIL_REPORTED', 'NIL_REPORTED', 'OVERDUE'])
  })

  it('the list shows which items still have no publication', async () => {
    await office.publish(
      { catalogueItemId: village.items.get('高龄津贴')?.id, unitId: units[0] },
      { title: '河西村第三季度高龄津贴发放情况' },
    )
    const path = `/api/desk/duties?regime=VILLAGE&unit=${units[0]}&state=OVERDUE`
    const open = ok(await office.staff.handler.get<DutyPage>(path))
    expect(open.total).toBe(10)
    const titles = open.items.map(({ title }) => title)
    expect(titles).not.toContain('村务公开事项 / 高龄津贴')
    expect(titles).not.toContain('村务公开事项 / 临时救助')
    expect((await matrix('VILLAGE')).units.map(({ name, open: left }) => [name, left])).toEqual([
      ['河西村', 10],
      ['河东村', 11],
      ['石桥村', 12],
    ])
  })

  it('the catalogue goes to the county as Excel with the columns of its own table', async () => {
    const path = `/api/desk/catalogue-versions/${township.versionId}/xlsx`
    const answer = await office.staff.handler.raw('GET', path)
    expect(answer.status).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await answer.arrayBuffer())
    const sheet = workbook.worksheets[0]
    const lines: string[][] = []
    sheet?.eachRow((row) => lines.push((row.values as unknown[]).slice(1).map(String)))
    const heading = lines.findIndex(([first]) => first === '序号')
    expect(lines[heading]).toEqual([
      '序号',
      '一级事项',
      '二级事项',
      '公开内容',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道',
      '公开层级',
    ])
    expect(lines.slice(heading + 1).map((line) => line[2])).toEqual(GOVERNMENT)
  })
})
