import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readOfficeCard } from '../../../sealed/card.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import { officeCard } from '../../../server/exchange/enrolment/office-card.ts'
import { nextPackageKey, officeKeyIds, takeNextKey } from '../../../server/exchange/enrolment/office-keys.ts'
import { finishKeyChange } from '../../../server/exchange/enrolment/package-key-change.ts'
import type {
  CountyCardPreview,
  EnrolmentView,
  NextKeyView,
  OfficeCardView,
} from '../../../server/exchange/enrolment/views.ts'
import { CountySide, enrolCounty, handIn } from '../../support/county-side.ts'
import type { Answer } from '../../support/desk-client.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let county: CountySide

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  county = new CountySide()
})

afterEach(() => board.close())

type Fields = Record<string, string>
const bring = (text: string, fields: Fields = {}): Promise<Answer<CountyCardPreview>> =>
  staff.administrator.upload('/api/desk/county-card', 'card.json', Buffer.from(text, 'utf8'), fields)
const enrolled = async () => (await staff.handler.get<EnrolmentView>('/api/desk/county-card')).body

describe('the card of this office', () => {
  it('says who the office is, signed by the key it names, and fits into one QR code', async () => {
    const { body } = await staff.handler.get<OfficeCardView>('/api/desk/office-card/qr')
    const card = readOfficeCard(body.text)
    expect(card).toMatchObject({
      ok: true,
      value: { keyId: board.deps.packageKey().keyId, document: { office: { name: '示例县云溪镇人民政府' } } },
    })
    expect(body.key.words).toHaveLength(4)
    expect(body.qr).toMatch(/^<svg/)
    const file = await staff.handler.raw('GET', '/api/desk/office-card')
    expect(readOfficeCard(await file.text()).ok).toBe(true)
  })
})

describe("the county's card", () => {
  it('is shown first and taken in only when a person says so', async () => {
    const text = county.card(board.deps)
    const shown = await bring(text)
    expect(shown.body).toMatchObject({
      taken: false,
      change: 'NEW',
      card: { name: '示例县', code: '110119', address: 'https://192.168.1.2:8640' },
    })
    expect((await enrolled()).county).toBeNull()
    const { keyId } = shown.body.card.key
    expect(await bring(text, { confirm: 'true' })).toMatchObject({ status: 400 })
    expect((await bring(text, { confirm: 'true', keyId })).body).toMatchObject({ taken: true })
    expect((await enrolled()).county).toMatchObject({ name: '示例县', addedBy: { name: '陈静' } })
    expect((await bring(text)).body).toMatchObject({ change: 'SAME' })
  })

  it('is not taken in by a handler, nor for another office, nor for another key of this one', async () => {
    const file = Buffer.from(county.card(board.deps), 'utf8')
    const byHandler = await staff.handler.upload('/api/desk/county-card', 'card.json', file)
    expect(byHandler.status).toBe(403)
    const office = { uscc: '11990000000000002C', keyId: board.deps.packageKey().keyId }
    const code = async (text: string) => (await bring(text)).body as unknown as { code: string }
    expect(await code(county.card(board.deps, { office }))).toMatchObject({ code: 'enrolment.other-office' })
    const uscc = board.deps.store.read.office.office()?.uscc ?? ''
    const otherKey = { uscc, keyId: county.key.keyId }
    expect(await code(county.card(board.deps, { office: otherKey }))).toMatchObject({
      code: 'enrolment.other-key',
    })
    expect(await code(county.card(board.deps).replace('示例县', '示例市'))).toMatchObject({
      code: 'enrolment.signature-invalid',
    })
  })

  it('with another key takes the place of the first only on the explicit word of a person, and both stay on record', async () => {
    await enrolCounty(staff.administrator, board.deps, county)
    const other = new CountySide('示例市')
    const text = other.card(board.deps)
    const shown = await bring(text)
    expect(shown.body).toMatchObject({ change: 'OTHER_KEY', replaces: { name: '示例县' } })
    const { keyId } = shown.body.card.key
    expect(await bring(text, { confirm: 'true', keyId })).toMatchObject({
      status: 409,
      body: { code: 'enrolment.already' },
    })
    expect((await bring(text, { confirm: 'true', keyId, replace: 'true' })).status).toBe(200)
    expect(await enrolled()).toMatchObject({ county: { name: '示例市' }, former: [{ name: '示例县' }] })
    const actions = board.deps.store.database.prepare('SELECT action FROM audit_event').pluck().all()
    expect(actions).toContain('county.replace')
  })
})

describe('a new key of this office', () => {
  async function packageOf(title: string): Promise<number> {
    const { id, revision } = await writeDraft(staff.handler, {
      title,
      body: paragraphs('请提前做好准备。'),
      catalogueItemId: (await importVillageCatalogue(staff.handler)).id,
    })
    await publishDraft(staff, id, revision)
    const account = board.deps.store.read.office.accountByName('周敏')
    if (!account) throw new Error('周敏 works here')
    const written = await exportPackage(board.deps, account)
    if (!written.ok) throw new Error(written.code)
    return written.value.sequence
  }

  it('is announced, and signs only when a receipt names it; the former one is kept', async () => {
    await enrolCounty(staff.administrator, board.deps, county)
    const present = board.deps.packageKey().keyId
    const next = (await staff.administrator.post<NextKeyView>('/api/desk/package-key/next')).body.key.keyId
    const again = (await staff.administrator.post<NextKeyView>('/api/desk/package-key/next')).body.key.keyId
    expect(again).toBe(next)
    expect((await enrolled()).office).toMatchObject({ key: { keyId: present }, nextKey: { keyId: next } })
    const sequence = await packageOf('停电通知')
    const before = county.receipt(board.deps, sequence)
    expect(await handIn(staff.handler, county.sign(before))).toMatchObject([{ keyChanged: false }])
    expect(board.deps.packageKey().keyId).toBe(present)
    const named = county.receipt(board.deps, sequence, new Map(), { officeKeyId: next })
    expect(await handIn(staff.handler, county.sign(named))).toMatchObject([{ keyChanged: true }])
    expect(board.deps.packageKey().keyId).toBe(next)
    expect(nextPackageKey(board.dataFolder)).toBeNull()
    expect(officeKeyIds(board.dataFolder)).toEqual([next, present])
  })

  it('takes over at the next start when the program was killed between receipt and key', async () => {
    await enrolCounty(staff.administrator, board.deps, county)
    const next = (await staff.administrator.post<NextKeyView>('/api/desk/package-key/next')).body.key.keyId
    const sequence = await packageOf('停电通知')
    const keys = join(board.dataFolder, 'keys')
    const present = board.deps.packageKey().keyId
    // Something lies where the present key would be put away: the receipt is stored, and the key is never reached.
    const inTheWay = join(keys, `office-ed25519.former-${present.slice(0, 16)}.pem.partial`)
    mkdirSync(inTheWay)
    const named = county.receipt(board.deps, sequence, new Map(), { officeKeyId: next })
    await handIn(staff.handler, county.sign(named)).catch(() => [])
    rmdirSync(inTheWay)
    expect(board.deps.packageKey().keyId).toBe(present)
    expect(finishKeyChange(board.deps)).toBe(true)
    expect(board.deps.packageKey().keyId).toBe(next)
    expect(finishKeyChange(board.deps)).toBe(false)
    expect(readdirSync(keys).filter((name) => name.includes('.former-'))).toHaveLength(1)
    expect(existsSync(join(keys, 'office-ed25519.next.pem'))).toBe(false)
  })

  it('is taken by two processes at once without either of them failing', async () => {
    await enrolCounty(staff.administrator, board.deps, county)
    const next = (await staff.administrator.post<NextKeyView>('/api/desk/package-key/next')).body.key.keyId
    takeNextKey(board.dataFolder)
    takeNextKey(board.dataFolder)
    expect(board.deps.packageKey().keyId).toBe(next)
  })

  it('signs at once when the county has revoked the present one, and the card names it; an announced one never signs', async () => {
    await enrolCounty(staff.administrator, board.deps, county)
    const present = board.deps.packageKey().keyId
    const announced = (await staff.administrator.post<NextKeyView>('/api/desk/package-key/next')).body.key
      .keyId
    const fresh = (await staff.administrator.post<NextKeyView>('/api/desk/package-key/new')).body.key.keyId
    expect([present, announced]).not.toContain(fresh)
    expect(board.deps.packageKey().keyId).toBe(fresh)
    expect((await enrolled()).office).toMatchObject({ key: { keyId: fresh }, nextKey: null })
    expect([...officeKeyIds(board.dataFolder)].sort()).toEqual([present, announced, fresh].sort())
    const card = await officeCard(board.deps)
    expect(card).toMatchObject({ ok: true, value: { key: { keyId: fresh } } })
  })

  it('is made by the administrator alone', async () => {
    expect((await staff.handler.post('/api/desk/package-key/next')).status).toBe(403)
    expect((await staff.handler.post('/api/desk/package-key/new')).status).toBe(403)
  })
})
