import ExcelJS from 'exceljs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCountyApp } from '../../../county/app.ts'
import type { CountyAccountView, CountyEventView, CountyStatus } from '../../../county/account/views.ts'
import type { ItemTimeliness, OfficeTimeliness, RejectionRow } from '../../../county/report/views.ts'
import type { EditionDetail, EditionRow } from '../../../county/search/views.ts'
import type { OfficeDetail, OfficeRow, OfficeTotals } from '../../../county/web/office/views.ts'
import type { Page } from '../../../county/web/page-of.ts'
import type { ReceiptView } from '../../../county/web/take-in/views.ts'
import type { DutyStatistic } from '../../../domain/exchange/duty-statistic.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import { readReceipt } from '../../../sealed/receipt.ts'
import { readReceiptCode } from '../../../sealed/receipt-code.ts'
import { type CountyPages, openCountyPages, PASSWORD } from '../support/county-pages.ts'
import { officeSender } from '../support/office-sender.ts'

let pages: CountyPages

function duty(serial: number, more: Partial<DutyStatistic>): DutyStatistic {
  return {
    format: 'board-duty-statistic/1',
    dutyId: `0199aaaa-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    regime: 'GOV',
    catalogue: { name: '社会救助', level1: '最低生活保障', level2: '办事指南' },
    unit: '示例县云溪镇人民政府',
    title: `第${serial}项`,
    period: '2026-Q3',
    due: '2026-10-20',
    state: 'DONE',
    closedOn: '2026-10-18',
    indexNumber: null,
    ...more,
  }
}

async function refusalCode(answer: Promise<{ readonly body: unknown }>): Promise<string> {
  return ((await answer).body as RefusalBody).code
}

describe('who may do what at the county', () => {
  beforeAll(async () => {
    pages = await openCountyPages()
  })

  afterAll(() => pages.county.close())

  it('lets nobody in without this launch’s key, and nobody read before signing in', async () => {
    const stranger = pages.browser()
    stranger.forgetLaunch()
    expect(await refusalCode(stranger.json('GET', '/api/status'))).toBe('trust.launch-secret-missing')
    for (const path of [
      'offices',
      'timeliness/offices?from=2026-01-01&to=2026-12-31',
      'editions',
      'audit',
      'settings',
      'accounts',
      'rejections',
      'downward-items',
      'office-totals',
      'offices/1',
      'offices/1/receipts/1/file',
      'edition/files/1/x/1/y',
    ])
      expect(await refusalCode(pages.browser().json('GET', `/api/${path}`)), path).toBe('trust.not-signed-in')
  })

  it('refuses a write that comes from a page of another origin', async () => {
    const answer = await pages.administrator.send('POST', '/api/session/lock', undefined, {
      origin: 'http://127.0.0.1:9',
    })
    expect(answer.status).toBe(403)
  })

  it('keeps a last administrator', async () => {
    const status = await pages.administrator.json<CountyStatus>('GET', '/api/status')
    const id = status.body.session?.account.id ?? ''
    expect(
      await refusalCode(pages.administrator.json('PATCH', `/api/accounts/${id}`, { roles: ['INSPECTOR'] })),
    ).toBe('office.last-administrator')
  })

  it('lets each role do its own steps and no others', async () => {
    const { county } = pages
    const people = {
      ADMINISTRATOR: await pages.person('管', ['ADMINISTRATOR']),
      COLLECTOR: await pages.person('收', ['COLLECTOR']),
      INSPECTOR: await pages.person('查', ['INSPECTOR']),
    }
    const steps = {
      takeIn: { may: ['COLLECTOR'], path: ['POST', '/api/take-in?name=x'] },
      // Whether the card is a new one or replaces a key is told by the card; here it is none.
      enrol: {
        may: ['ADMINISTRATOR', 'COLLECTOR'],
        path: ['POST', '/api/enrol'],
        body: { card: '{}', keyId: '0'.repeat(64) },
      },
      sendDown: { may: ['COLLECTOR'], path: ['POST', '/api/downward'] },
      card: {
        may: ['ADMINISTRATOR', 'COLLECTOR'],
        path: ['GET', `/api/offices/${county.officeId}/county-card`],
      },
      pattern: {
        may: ['ADMINISTRATOR', 'COLLECTOR'],
        path: ['PUT', `/api/offices/${county.officeId}/index-pattern`],
        body: { template: '{uscc}/{yyyy}-{seq:5}' },
      },
      settings: {
        may: ['ADMINISTRATOR'],
        path: ['PUT', '/api/settings'],
        body: { name: '示例县', address: null },
      },
      accounts: {
        may: ['ADMINISTRATOR'],
        path: ['POST', '/api/accounts'],
        body: { name: '新', roles: ['INSPECTOR'], password: 'x' },
      },
      revoke: {
        may: ['ADMINISTRATOR'],
        path: ['POST', `/api/offices/${county.officeId}/revoke`],
        body: { reason: '' },
      },
      read: { may: ['ADMINISTRATOR', 'COLLECTOR', 'INSPECTOR'], path: ['GET', '/api/offices'] },
    } as const
    for (const [role, person] of Object.entries(people)) {
      for (const [name, step] of Object.entries(steps)) {
        const [method, path] = step.path
        const answer = await person.json<RefusalBody | null>(
          method,
          path,
          'body' in step ? step.body : undefined,
        )
        const refusedForRole = answer.body?.code === 'trust.role-missing'
        expect(refusedForRole, `${role} ${name} ${answer.status}`).toBe(!step.may.some((one) => one === role))
      }
    }
  })

  it('lets a person whose password another gave do nothing before setting the own one', async () => {
    const added = await pages.administrator.json<CountyAccountView>('POST', '/api/accounts', {
      name: '赵新',
      roles: ['INSPECTOR'],
      password: 'given-2026-11',
    })
    const own = pages.browser()
    await own.json('POST', '/api/session', { accountId: added.body.id, password: 'given-2026-11' })
    expect(await refusalCode(own.json('GET', '/api/offices'))).toBe('trust.password-must-change')
    await own.json('POST', '/api/session/password', { old: 'given-2026-11', new: PASSWORD })
    expect((await own.json('GET', '/api/offices')).status).toBe(200)
  })

  it('is set up from this computer alone: a stranger in the network does not become its administrator', async () => {
    const app = createCountyApp(pages.deps, {
      find: () => undefined,
      read: () => Buffer.alloc(0),
      readGzipped: () => null,
    })
    const answer = await app.fetch(
      new Request('https://10.1.2.3:8641/api/setup', {
        method: 'POST',
        headers: {
          host: '10.1.2.3:8641',
          origin: 'https://10.1.2.3:8641',
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          county: { name: '过路人', code: '990000' },
          administrator: { name: '过路人', password: PASSWORD },
        }),
      }),
      { mount: { transport: 'lan', hosts: null, launchSecret: null } },
    )
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'county.no-administrator' }])
  })

  it('can be set up once', async () => {
    const again = pages.browser().json('POST', '/api/setup', {
      county: { name: '别的县', code: '990001' },
      administrator: { name: '另一人', password: PASSWORD },
    })
    expect(await refusalCode(again)).toBe('county.already-set-up')
  })

  it('locks a chair that is empty for ten minutes', async () => {
    pages.county.time.now = '2026-11-22T02:11:00.000Z'
    expect(await refusalCode(pages.administrator.json('GET', '/api/offices'))).toBe('trust.locked')
  })
})

describe('taking in at the page', () => {
  beforeEach(async () => {
    pages = await openCountyPages()
  })

  afterEach(() => pages.county.close())

  it('shows an office’s card with its four words, enrols it when they were compared, and gives the county’s card', async () => {
    const other = officeSender(pages.county.stick, '11990000000000002E', '示例县河西镇人民政府')
    const shown = await pages.administrator.takeIn(Buffer.from(other.card()))
    expect(shown.body).toMatchObject({
      kind: 'CARD',
      standing: 'NEW',
      office: { name: '示例县河西镇人民政府' },
    })
    if (shown.body.kind !== 'CARD') throw new Error('no card')
    expect(shown.body.words.split(' ')).toHaveLength(4)
    expect((await pages.administrator.json<OfficeTotals>('GET', '/api/office-totals')).body.offices).toBe(1)
    const { card, keyId } = shown.body
    const wrong = pages.administrator.json('POST', '/api/enrol', { card, keyId: '0'.repeat(64) })
    expect(await refusalCode(wrong)).toBe('enrolment.other-key')
    const enrolled = await pages.administrator.json<{ id: number }>('POST', '/api/enrol', { card, keyId })
    const file = await pages.administrator.send('GET', `/api/offices/${enrolled.body.id}/county-card`)
    expect(await file.text()).toContain('board-county-card/1')
  })

  it('takes a package in and answers with a receipt to carry and one to print; the same twice changes nothing', async () => {
    const { office } = pages.county
    const sent = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const first = await pages.administrator.takeIn(sent.file)
    expect(first.body).toMatchObject({ outcome: 'ACCEPTED', accepted: 1, rejected: 0, receipts: [1] })
    const again = await pages.administrator.takeIn(sent.file)
    expect(again.body).toMatchObject({ outcome: 'KNOWN', receipts: [1] })
    const path = `/api/offices/${pages.county.officeId}/receipts/1`
    const file = await pages.administrator.send('GET', `${path}/file`)
    expect(file.headers.get('content-disposition')).toContain(`receipt-${office.uscc}-000001.json`)
    expect(readReceipt(await file.text()).ok).toBe(true)
    const printed = await pages.administrator.json<ReceiptView>('GET', path)
    expect(readReceiptCode(printed.body.code, pages.county.key.publicKey).ok).toBe(true)
  })

  it('refuses a file that is none of ours in words, and leaves nothing of it behind', async () => {
    const answer = await pages.administrator.takeIn(Buffer.from('PK not a package'))
    expect(answer.status).toBe(422)
    expect(answer.body.code).toMatch(/^package\./u)
    const events = await pages.administrator.json<Page<CountyEventView>>('GET', '/api/audit')
    expect(events.body.rows[0]).toMatchObject({ action: 'package.refused', actor: '韩梅' })
  })

  it('shows gaps by number, what waits, and what was rejected', async () => {
    const { office } = pages.county
    await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    await office.send({ changes: { first: 2, last: 1 } })
    const bad = { ...office.edition(2, 2), indexNumber: 'no-such-form' }
    const late = await office.send({ editions: [bad], changes: { first: 2, last: 2 }, sequence: 3 })
    expect((await pages.administrator.takeIn(late.file)).body).toMatchObject({
      outcome: 'HELD',
      missingFrom: 1,
    })
    const list = await pages.administrator.json<Page<OfficeRow>>('GET', '/api/offices')
    expect(list.body.rows[0]).toMatchObject({ missing: [1, 2], waiting: [3], missingFrom: 1, daysSince: 0 })
    const having = async (concern: string) =>
      (await pages.administrator.json<Page<OfficeRow>>('GET', `/api/offices?concern=${concern}`)).body.rows
        .length
    const concerns = async () =>
      Promise.all(['GAP', 'WAITING', 'SILENT', 'REJECTED'].map((concern) => having(concern)))
    expect(await concerns()).toEqual([1, 1, 0, 0])
    const whole = await office.send({
      editions: [office.edition(1, 1), bad],
      changes: { first: 1, last: 2 },
    })
    expect((await pages.administrator.takeIn(whole.file)).body).toMatchObject({
      outcome: 'PARTLY_REJECTED',
      rejected: 1,
    })
    const rejected = await pages.administrator.json<Page<RejectionRow>>('GET', '/api/rejections?open=1')
    expect(rejected.body.rows).toMatchObject([
      { indexNumber: 'no-such-form', fault: { code: 'record.index-number' }, mended: false },
    ])
    const detail = await pages.administrator.json<OfficeDetail>(
      'GET',
      `/api/offices/${pages.county.officeId}`,
    )
    expect(detail.body).toMatchObject({ missing: [], missingFrom: null, rejected: 1 })
    expect(await concerns()).toEqual([0, 0, 0, 1])
    expect(detail.body.keys[0]?.words.split(' ')).toHaveLength(4)
  })
})

describe('what the county sees', () => {
  beforeEach(async () => {
    pages = await openCountyPages()
  })

  afterEach(() => pages.county.close())

  it('finds two characters in any board’s text, and says what was superseded and withdrawn', async () => {
    const { office } = pages.county
    const first = office.edition(1, 1, { title: '低保金发放通知' })
    const second = office.edition(1, 2, { title: '低保金发放通知（更正）' }, 2)
    const gone = office.edition(2, 3, { title: '停电通知' })
    const sent = await office.send({
      editions: [first, { ...second, supersedes: first.hash }, gone],
      withdrawals: [{ ...office.withdrawal(gone, 4), reason: 'CONSOLIDATED', title: '停电通知' }],
      changes: { first: 1, last: 4 },
    })
    await pages.administrator.takeIn(sent.file)
    await pages.fillSearch()
    const find = async (query: string) =>
      (await pages.administrator.json<Page<EditionRow>>('GET', `/api/editions?${query}`)).body.rows.map(
        ({ title, editionNumber, state }) => `${title} ${editionNumber} ${state}`,
      )
    expect(await find(`text=${encodeURIComponent('低保')}`)).toEqual([
      '低保金发放通知（更正） 2 CURRENT',
      '低保金发放通知 1 SUPERSEDED',
    ])
    expect(await find(`text=${encodeURIComponent('受理')}&state=WITHDRAWN`)).toEqual(['停电通知 1 WITHDRAWN'])
    expect(await find(`text=${encodeURIComponent('低保 停电')}`)).toEqual([])
    expect(await find(`text=${encodeURIComponent("'|")}`)).toEqual([])
    const key = `office=${pages.county.officeId}&number=${encodeURIComponent(gone.indexNumber)}&edition=1`
    const read = await pages.administrator.json<EditionDetail>('GET', `/api/edition?${key}`)
    expect(read.body).toMatchObject({ state: 'WITHDRAWN', withdrawal: { reason: 'CONSOLIDATED' } })
  })

  it('says where nothing came, never 0 %, and counts what is unknown since the last package apart', async () => {
    const { office } = pages.county
    const silent = officeSender(pages.county.stick, '11990000000000002E', '示例县河西镇人民政府')
    const card = await pages.administrator.takeIn(Buffer.from(silent.card()))
    if (card.body.kind !== 'CARD') throw new Error('no card')
    await pages.administrator.json('POST', '/api/enrol', { card: card.body.card, keyId: card.body.keyId })
    const edition = office.edition(1, 1)
    const sent = await office.send({
      editions: [edition],
      statistics: [
        duty(1, { indexNumber: edition.indexNumber }),
        duty(2, { indexNumber: 'never-came' }),
        duty(3, { state: 'OVERDUE', closedOn: null }),
        duty(4, { state: 'OPEN', closedOn: null, due: '2026-11-10' }),
        duty(5, { state: 'OPEN', closedOn: null, due: '2026-12-20' }),
        duty(6, { state: 'WAIVED', closedOn: null }),
      ],
      changes: { first: 1, last: 1 },
    })
    await pages.administrator.takeIn(sent.file)
    const query = 'from=2026-01-01&to=2026-12-31'
    const offices = await pages.administrator.json<Page<OfficeTimeliness>>(
      'GET',
      `/api/timeliness/offices?${query}`,
    )
    expect(offices.body.rows.map(({ officeName, heard }) => [officeName, heard])).toEqual([
      ['示例县云溪镇人民政府', true],
      ['示例县河西镇人民政府', false],
    ])
    expect(offices.body.rows[0]).toMatchObject({
      timely: 2,
      overdue: 1,
      unknown: 1,
      open: 1,
      waived: 1,
      unproved: 1,
      items: 1,
      itemsDone: 1,
    })
    const items = await pages.administrator.json<Page<ItemTimeliness>>(
      'GET',
      `/api/timeliness/items?${query}`,
    )
    expect(items.body.rows).toMatchObject([{ level2: '办事指南', offices: 1, officesDone: 1, timely: 2 }])
    const file = await pages.administrator.send('GET', `/api/timeliness/workbook?${query}&language=zh-Hans`)
    const path = join(pages.county.stick, 'summary.xlsx')
    writeFileSync(path, Buffer.from(await file.arrayBuffer()))
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    const rows = book.worksheets[0]?.getSheetValues().map((row) => JSON.stringify(row)) ?? []
    expect(rows.find((row) => row?.includes('云溪镇'))).toContain('66.6')
    expect(rows.find((row) => row?.includes('河西镇'))).toContain('未收到数据')
    expect(book.worksheets.map(({ name }) => name)).toEqual(['各单位', '各事项', '逐项'])
  })

  it('sends an instruction down to every office, once numbered, to be downloaded', async () => {
    const form = new FormData()
    form.set('kind', 'INSTRUCTION')
    form.set('title', '关于报送年报的通知')
    form.set('offices', '')
    form.set('text', '请于一月二十六日前报送。')
    form.set('due', '2027-01-26')
    const sent = await pages.administrator.send('POST', '/api/downward', form)
    expect(await sent.json()).toEqual({ packages: 1 })
    const file = await pages.administrator.send('GET', `/api/offices/${pages.county.officeId}/downward/1`)
    expect(file.status).toBe(200)
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100)
    const listed = await pages.administrator.json<Page<{ titles: string[] }>>('GET', '/api/downward-packages')
    expect(listed.body.rows).toMatchObject([{ titles: ['关于报送年报的通知'] }])
  })
})
