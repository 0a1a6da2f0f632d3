import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

type Refused = { code: string }

let board: TestBoard
let staff: Staff
let item: CatalogueItem

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  item = await importVillageCatalogue(staff.handler)
})
afterEach(() => board.close())

const blank = { itemLevel1: '', itemLevel2: ' ', itemLevel3: '　' }

describe('the catalogue', () => {
  it('says so when it does not have what is asked for', async () => {
    const catalogue = await staff.handler.get<Refused>('/api/desk/catalogues/nothing')
    expect([catalogue.status, catalogue.body.code]).toEqual([404, 'catalogue.not-found'])
    const row = await staff.handler.json<Refused>('PATCH', '/api/desk/catalogue-items/nothing', {
      deadlineText: '20个工作日内',
    })
    expect([row.status, row.body.code]).toEqual([404, 'catalogue.item-not-found'])
    const begun = await staff.handler.post<Refused>('/api/desk/notices', { catalogueItemId: 'nothing' })
    expect([begun.status, begun.body.code]).toEqual([404, 'catalogue.item-not-found'])
    expect(
      (await staff.handler.get<Record<string, number>>('/api/desk/notice-counts')).body['DRAFT'] ?? 0,
    ).toBe(0)
  })

  it('keeps a name for every row: not all three levels may be emptied', async () => {
    const path = `/api/desk/catalogue-items/${item.id}`
    const refused = await staff.handler.json<Refused>('PATCH', path, blank)
    expect([refused.status, refused.body.code]).toEqual([422, 'catalogue.title-required'])
    expect(board.deps.store.read.catalogue.item(item.id)).toMatchObject({ itemLevel1: item.itemLevel1 })
    const kept = await staff.handler.json<CatalogueItem>('PATCH', path, { ...blank, itemLevel3: '收支明细' })
    expect([kept.status, kept.body.itemLevel3]).toEqual([200, '收支明细'])
  })
})
