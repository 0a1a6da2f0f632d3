import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagePath } from '../../../server/exchange/package-path.ts'
import type { OutboxView, PackageChangesView } from '../../../server/exchange/views.ts'
import { endExpired } from '../../../server/notice/schedule/end-expired.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { writePackageAt } from '../../support/package-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'
import { readPackageIndependently } from '../../support/second-package-reader.ts'

const DAY = 86_400_000
const NAMES = '拟享受低保名单'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

const tomorrow = () => new Date(Date.parse(flow.board.clock.now()) + DAY).toISOString()
const placeOf = (sequence: number) =>
  packagePath(flow.board.dataFolder, flow.board.deps.store.read.exchange.bySequence(sequence)?.fileName ?? '')
const bytes = (sequence: number) => readFileSync(placeOf(sequence))
const contents = (sequence: number) => readPackageIndependently(placeOf(sequence))
const outbox = async () => (await flow.staff.handler.get<OutboxView>('/api/desk/outbox')).body
async function states(sequence: number) {
  const { body } = await flow.staff.handler.get<PackageChangesView>(
    `/api/desk/packages/${String(sequence)}/changes`,
  )
  return body.changes.map(({ change, kind, state }) => `${String(change)} ${kind} ${state}`)
}
/** Closes the item a notice hangs on, and publishes another on an item that stays open: there is a package to write. */
async function close(noticeId: string, scope: string): Promise<void> {
  const { database } = flow.board.deps.store
  const closed = database
    .prepare(
      'SELECT i.item_id FROM edition_item i JOIN edition e ON e.id = i.edition_id WHERE e.notice_id = ?',
    )
    .pluck()
    .get(noticeId) as string
  database.prepare('UPDATE catalogue_row SET disclosure_scope = ? WHERE item_id = ?').run(scope, closed)
  const catalogueItemId = database
    .prepare(`SELECT item_id FROM catalogue_row WHERE disclosure_scope = 'PUBLIC' LIMIT 1`)
    .pluck()
    .get() as string
  await flow.publish({ title: '供水公告', catalogueItemId })
}

describe('what has run out when a package is written', () => {
  it('stays, although nothing has taken it down yet; its withdrawal follows, and it never counts as sent', async () => {
    const { indexNumber } = await flow.publish({ body: paragraphs(NAMES), expiresAt: tomorrow() })
    await flow.publish({ title: '供水公告' })
    flow.board.clock.advance(3 * DAY)
    expect(await outbox()).toMatchObject({ editions: 1, heldBack: 0 })
    expect((await writePackageAt(flow.staff.handler)).status).toBe(201)
    expect(bytes(1).includes(NAMES)).toBe(false)
    expect(contents(1).editions).toHaveLength(1)
    expect(await states(1)).toEqual(['1 EDITION VOID', '2 EDITION SENT'])

    const { deps } = flow.board
    for (const expired of deps.store.read.editionRecord.expired(deps.clock.now())) endExpired(deps, expired)
    expect((await writePackageAt(flow.staff.handler)).status).toBe(201)
    expect(bytes(2).includes(NAMES)).toBe(false)
    const { editions, withdrawals } = contents(2)
    expect([editions, withdrawals]).toMatchObject([[], [{ indexNumber, reason: 'EXPIRED' }]])
    expect(await states(1)).toEqual(['1 EDITION VOID', '2 EDITION SENT'])
    expect(await states(2)).toContain('3 WITHDRAWAL SENT')
    expect(await outbox()).toMatchObject({ editions: 0, withdrawals: 0, heldBack: 0 })
  })

  it('stays as a former edition too, while the notice goes on with the one in force', async () => {
    const { id } = await flow.publish({ body: paragraphs(NAMES), expiresAt: tomorrow() })
    await flow.publishNext(id, { body: paragraphs('结果公告。'), expiresAt: null })
    flow.board.clock.advance(3 * DAY)
    expect((await writePackageAt(flow.staff.handler)).status).toBe(201)
    expect(bytes(1).includes(NAMES)).toBe(false)
    expect(contents(1).editions).toMatchObject([{ editionNumber: 2 }])
    expect(await states(1)).toEqual(['1 EDITION VOID', '2 EDITION SENT'])
  })
})

describe.each(['LIMITED_CIRCLE', 'NAMED_PERSONS'])('what now goes to %s', (scope) => {
  const gone = { reason: 'PUBLISHED_IN_ERROR', note: '误把李某某的救助决定公开' }

  it('and was taken down before it was ever sent leaves neither number nor note, and nobody is asked to look at it', async () => {
    const { id, indexNumber } = await flow.publish({ body: paragraphs(NAMES) })
    await flow.withdraw(id, gone)
    await close(id, scope)
    expect(await outbox()).toMatchObject({ editions: 1, withdrawals: 0, heldBack: 0 })
    expect((await writePackageAt(flow.staff.handler)).status).toBe(201)
    for (const secret of [indexNumber ?? '', '李某某', NAMES]) expect(bytes(1).includes(secret)).toBe(false)
    expect(await states(1)).toEqual(['1 EDITION VOID', '2 WITHDRAWAL VOID', '3 EDITION SENT'])
  })

  it('and was sent before is called back, without its title and without the note', async () => {
    const { id, indexNumber } = await flow.publish({ title: '李某某救助决定' })
    expect((await writePackageAt(flow.staff.handler)).status).toBe(201)
    await flow.withdraw(id, gone)
    await close(id, scope)
    expect((await writePackageAt(flow.staff.handler)).status).toBe(201)
    expect(contents(2).withdrawals).toMatchObject([{ indexNumber, title: null, note: '' }])
    expect(bytes(2).includes('李某某')).toBe(false)
  })
})
