import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { announceNextKey } from '../../../server/exchange/enrolment/package-key-change.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import { listPackages } from '../../../server/exchange/list-packages.ts'
import { offerEverythingAgain } from '../../../server/exchange/offer-again.ts'
import { outboxView } from '../../../server/exchange/outbox-view.ts'
import { packageChanges } from '../../../server/exchange/package-changes.ts'
import type { Principal } from '../../../server/principal.ts'
import { CountySide, enrolCounty, handIn } from '../../support/county-side.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'

let flow: EditionFlow
let county: CountySide

beforeEach(async () => {
  flow = await openEditionFlow()
  county = new CountySide()
  await enrolCounty(flow.staff.administrator, flow.board.deps, county)
})
afterEach(() => flow.board.close())

const read = () => flow.board.deps.store.read
function person(name: string): Principal {
  const account = read().office.accountByName(name)
  if (!account) throw new Error(`${name} works here`)
  return { id: account.id, name: account.name, roles: account.roles }
}
function close(scope: string): void {
  flow.board.deps.store.database.prepare('UPDATE catalogue_row SET disclosure_scope = ?').run(scope)
}
/** Makes a package worth writing while every change stays. */
function ask(): void {
  offerEverythingAgain(flow.board.deps, person('周敏'), { whole: false })
}
async function send() {
  const written = await exportPackage(flow.board.deps, person('周敏'))
  if (!written.ok) throw new Error(written.code)
  return written.value
}
const answer = (side: CountySide, sequence: number, faults?: Parameters<CountySide['receipt']>[2]) =>
  handIn(flow.staff.handler, side.sign(side.receipt(flow.board.deps, sequence, faults)))
function states(sequence: number) {
  const page = packageChanges(read(), sequence, { from: 0, now: flow.board.clock.now() })
  if (!page.ok) throw new Error(page.code)
  return page.value.changes.map(({ change, kind, state }) => `${String(change)} ${kind} ${state}`)
}
const packages = () =>
  listPackages(read(), flow.board.clock.now()).map(({ sequence, state }) => `${String(sequence)} ${state}`)

describe('what was held back and may go later', () => {
  it('goes under a new number, waits like any other change, and is offered again when its stick is lost', async () => {
    await flow.publish({})
    close('NAMED_PERSONS')
    ask()
    expect((await send()).offer).toMatchObject({ first: 1, last: 1, heldBack: 1 })
    await answer(county, 1)
    expect(states(1)).toEqual(['1 EDITION WAITING'])
    close('PUBLIC')
    expect(outboxView(read(), flow.board.clock.now())).toMatchObject({
      editions: 1,
      next: { first: 2, last: 2, editions: 1 },
    })
    expect((await send()).offer).toMatchObject({ first: 2, last: 2, heldBack: 0 })
    expect([states(1), states(2)]).toEqual([['1 EDITION REPLACED'], ['2 EDITION SENT']])

    await flow.publish({ title: '供水公告' })
    expect((await send()).offer).toMatchObject({ first: 3, last: 3 })
    ask()
    expect(await send()).toMatchObject({ editionCount: 2, offer: { first: 2, last: 3 } })
    await answer(county, 4)
    expect(states(2)).toEqual(['2 EDITION ACCEPTED'])
  })

  it('was not sent by the package that held it back, whatever another county was sent before', async () => {
    await flow.publish({})
    await send()
    await answer(county, 1)
    const second = new CountySide('另一县')
    await enrolCounty(flow.staff.administrator, flow.board.deps, second)
    close('NAMED_PERSONS')
    ask()
    await send()
    await answer(second, 2)
    expect(states(2)).toEqual(['1 EDITION WAITING'])
    expect(packages()).toEqual(['2 ACKNOWLEDGED', '1 WRITTEN'])
  })
})

describe('a county that was restored, and was then not given a change again', () => {
  it('does not keep the package that had brought it confirmed', async () => {
    await flow.publish({})
    await send()
    await answer(county, 1)
    expect(packages()).toEqual(['1 ACKNOWLEDGED'])
    county.restore()
    close('NAMED_PERSONS')
    offerEverythingAgain(flow.board.deps, person('周敏'), { whole: true })
    expect((await send()).offer).toMatchObject({ first: 1, last: 1, heldBack: 1 })
    await answer(county, 2)
    expect(packages()).toEqual(['2 ACKNOWLEDGED', '1 SUPERSEDED'])
    expect(states(1)).toEqual(['1 EDITION SENT'])
  })
})

describe('an edition that was withdrawn', () => {
  it('after its package was written was in that package', async () => {
    const { id } = await flow.publish({})
    await send()
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', note: '有误' })
    expect(states(1)).toEqual(['1 EDITION SENT'])
    await send()
    expect([states(1), states(2)]).toEqual([['1 EDITION SENT'], ['2 WITHDRAWAL SENT']])
  })
})

describe('a package without news', () => {
  it('is written for a key that is not announced yet, once', async () => {
    await flow.publish({})
    await send()
    expect(announceNextKey(flow.board.deps, person('陈静'))).toMatchObject({ ok: true })
    expect((await send()).offer).toMatchObject({ first: 2, last: 1 })
    expect(await exportPackage(flow.board.deps, person('周敏'))).toMatchObject({
      code: 'package.nothing-to-export',
    })
  })
})

describe('a county database that was restored', () => {
  it('may have rejected in a receipt that never came what its former one accepted: that is not green', async () => {
    await flow.publish({})
    await send()
    await answer(county, 1)
    expect(states(1)).toEqual(['1 EDITION ACCEPTED'])
    county.restore()
    await flow.publish({ title: '供水公告' })
    offerEverythingAgain(flow.board.deps, person('周敏'), { whole: true })
    const lost = county.sign(
      county.receipt(flow.board.deps, (await send()).sequence, new Map([[1, 'record.personal-data']])),
    )
    await flow.publish({ title: '停电公告' })
    await answer(county, (await send()).sequence)
    expect(states(1)).toEqual(['1 EDITION ARRIVED'])
    await handIn(flow.staff.handler, lost)
    expect(states(1)).toEqual(['1 EDITION REJECTED'])
  })
})
