import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBlobStore } from '../../../platform/blob-store.ts'
import { databaseFile } from '../../../server/create-deps.ts'
import type { CodeAnswer } from '../../../server/display/code/views.ts'
import { writeSnapshot } from '../../../server/replica/write-snapshot.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

/** Tables of the snapshot of this moment in whose bytes a text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const { deps, clock } = flow.board
  const { dataFolder } = deps
  const { pieces } = await writeSnapshot({ dataFolder, file: databaseFile(dataFolder), now: clock.now() })
  const store = openBlobStore(dataFolder, 'snapshot')
  const found: string[] = []
  for (const { kind, table, sha256 } of pieces) {
    if (
      kind === 'ROWS' &&
      gunzipSync(await store.get(sha256))
        .toString('utf8')
        .includes(text)
    )
      found.push(table)
  }
  return found
}

const codeOf = async (hash: string) =>
  (await flow.board.visitor().get<CodeAnswer>(`/api/public/sheet-code?code=${hash}`)).body.edition?.title

const HIDDEN = { reason: 'PUBLISHED_IN_ERROR', note: '标题有误', hideTitle: true }

describe('a title that was hidden when the notice was taken down', () => {
  it('does not leave the office when the time the notice was to stand is over, nor is it told to a code', async () => {
    const { id } = await flow.publish({
      title: '关于张三丰隐私的公示',
      expiresAt: '2026-12-01T09:30:00.000Z',
    })
    const [edition] = flow.board.deps.store.read.edition.ofNotice(id)
    expect(await tablesWith('张三丰')).toContain('edition')
    await flow.withdraw(id, HIDDEN)
    expect(await tablesWith('张三丰')).toEqual([])
    flow.board.clock.set('2026-12-01T09:31:00.000Z')
    expect(await tablesWith('张三丰')).toEqual([])
    expect(await codeOf(edition?.hash ?? '')).toBeNull()
  })

  it('is not told by the former edition either, whose time was over before', async () => {
    const { id } = await flow.publish({
      title: '关于张三丰隐私的公示',
      expiresAt: '2026-11-25T09:30:00.000Z',
    })
    const [former] = flow.board.deps.store.read.edition.ofNotice(id)
    await flow.publishNext(id, { title: '关于张三丰的公示', expiresAt: '2026-12-01T09:30:00.000Z' })
    await flow.withdraw(id, HIDDEN)
    flow.board.clock.set('2026-12-02T09:31:00.000Z')
    expect(await tablesWith('张三丰')).toEqual([])
    expect(await codeOf(former?.hash ?? '')).toBeNull()
  })

  it('while one that was taken down with its title told goes on being told', async () => {
    const { id } = await flow.publish({ title: '关于停电的通知' })
    await flow.withdraw(id, { ...HIDDEN, hideTitle: false })
    expect(await tablesWith('关于停电的通知')).toEqual(['edition'])
  })
})

describe('the notice another one went into', () => {
  it('is named to a kiosk computer only while that one may be read itself', async () => {
    const into = await flow.publish({ title: '乙通知' })
    const from = await flow.publish({ title: '甲通知' })
    const indexNumber = into.indexNumber ?? ''
    const done = await flow.withdraw(from.id, {
      ...{ reason: 'CONSOLIDATED', note: '并入', hideTitle: false },
      consolidatedInto: indexNumber,
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(await tablesWith(indexNumber)).toContain('withdrawal_detail')
    await flow.withdraw(into.id, HIDDEN)
    expect(await tablesWith(indexNumber)).not.toContain('withdrawal_detail')
  })
})
