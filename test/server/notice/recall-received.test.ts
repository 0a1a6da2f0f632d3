import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CountyCardPreview } from '../../../server/exchange/enrolment/views.ts'
import { packagePath } from '../../../server/exchange/package-path.ts'
import { type CountyHand, countyHand, type HandFault } from '../../support/county-hand.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { writePackageAt } from '../../support/package-flow.ts'

let flow: EditionFlow
let county: CountyHand

async function form(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return await flow.staff.administrator.raw('POST', path, { body })
}

beforeEach(async () => {
  flow = await openEditionFlow()
  county = await countyHand('示例县政务公开办公室', flow.board.clock.now())
  const text = county.card(await (await flow.staff.administrator.raw('GET', '/api/desk/office-card')).text())
  const shown = (await (
    await form('/api/desk/county-card', { text, confirm: 'false' })
  ).json()) as CountyCardPreview
  await form('/api/desk/county-card', { text, confirm: 'true', keyId: shown.card.key.keyId })
})

afterEach(() => {
  county.close()
  flow.board.close()
})

/** Writes a package and takes the county's receipt for it in. */
async function exchanged(faults?: ReadonlyMap<string, HandFault>): Promise<readonly string[]> {
  const written = await writePackageAt(flow.staff.handler)
  const path = packagePath(flow.board.dataFolder, written.body.fileName)
  const { text, indexNumbers } = await county.receipt(path, faults ? { faults } : {})
  const taken = await flow.staff.handler.upload('/api/desk/receipts', 'receipt.json', Buffer.from(text))
  expect(taken.body).toMatchObject({ results: [{ outcome: 'NEW' }] })
  return indexNumbers
}

const tombstone = async (id: string) => (await flow.record(id)).recall.packages[0]?.tombstone

describe('the recall list of a withdrawn notice', () => {
  it('says that the county has taken it down only when a receipt says so', async () => {
    const { id } = await flow.publish()
    await exchanged()
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    expect(await tombstone(id)).toEqual({ state: 'QUEUED' })
    await exchanged()
    expect(await tombstone(id)).toEqual({ state: 'ACCEPTED', sequence: 2 })
  })

  it('says so when the county rejected the withdrawal', async () => {
    const { id } = await flow.publish()
    const [indexNumber = ''] = await exchanged()
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    await exchanged(new Map([[indexNumber, { code: 'record.withdrawal-differs', params: {} }]]))
    expect(await tombstone(id)).toEqual({ state: 'REJECTED', sequence: 2 })
  })
})
