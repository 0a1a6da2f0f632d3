import { afterEach, beforeEach, expect, it } from 'vitest'
import { groupFor } from '../../../server/notice/public-listing.ts'
import { openTestBoard, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard

beforeEach(() => {
  board = openTestBoard()
})
afterEach(() => board.close())

it('a catalogue of the village and one of the government keep a heading each, though they bear one name', () => {
  const content = { catalogue: { name: '公开目录', level1: '财务', level2: '' } }
  const { store } = board.deps
  const heading = (regime: 'GOV' | 'VILLAGE') =>
    store.tx((write, read) => groupFor(read, write, content, regime))
  const village = heading('VILLAGE')
  const government = heading('GOV')
  expect(heading('VILLAGE')).toBe(village)
  expect(government).not.toBe(village)
  store.tx((write) => {
    for (const id of [village, government]) write.edition.countInGroup(id, 1)
  })
  expect(store.read.edition.groups().map((group) => [group.id, group.regime])).toEqual([
    [government, 'GOV'],
    [village, 'VILLAGE'],
  ])
})
