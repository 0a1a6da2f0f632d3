import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { createDeps } from '../../../server/create-deps.ts'
import { openJournal } from '../../../server/replica/journal.ts'
import { openPullLoop, type LoopParts } from '../../../server/replica/pull-loop.ts'
import { pullSnapshot } from '../../../server/replica/pull.ts'
import { type Current, readState, replicaPlaces } from '../../../server/replica/replica-folder.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../../support/real-board.ts'
import { pair, pulled, type RealReplica, replicaFolder, startReplica } from '../../support/replica-flow.ts'
import { BUILD_HERE } from '../../support/replica-pull.ts'
import { setUpOffice, type Staff } from '../../support/test-board.ts'

let office: RealBoard
let staff: Staff
let item: CatalogueItem
let replica: RealReplica
const folder = replicaFolder()
const places = replicaPlaces(folder)

async function publish(title: string): Promise<void> {
  const body = paragraphs('自本月起执行。'.repeat(40))
  const draft = await writeDraft(staff.handler, { title, body, catalogueItemId: item.id })
  await publishDraft(staff, draft.id, draft.revision)
  office.clock.advance(60_000)
}

beforeAll(async () => {
  office = await startRealBoard({ idleLockMinutes: 600 })
  staff = await setUpOffice(office.openDesk)
  item = await importVillageCatalogue(staff.administrator)
  replica = await startReplica(folder)
  for (let number = 1; number <= 12; number++) await publish(`关于河西村第${number}号公示`)
  await pair(replica, office, staff.administrator)
  await pulled(replica)
})

afterAll(async () => {
  await replica.close()
  await office.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a kiosk computer whose disk or program fails', () => {
  it('writes nothing beside the database it shows', () => {
    const generation = replica.face.current()?.generation ?? ''
    expect(readdirSync(join(places.generations, generation)).toSorted()).toEqual([
      'board.sqlite3',
      'manifest.json',
    ])
  })

  it('builds its database again when pages in the middle of it are spoilt though it opens', async () => {
    const file = places.databaseOf(replica.face.current()?.generation ?? '')
    await replica.close()
    const spoilt = readFileSync(file)
    for (let at = spoilt.indexOf('自本月起'); at >= 0; at = spoilt.indexOf('自本月起', at + 4096)) {
      spoilt.fill(0, at - (at % 4096), at - (at % 4096) + 4096)
    }
    writeFileSync(file, spoilt)
    replica = await startReplica(folder, replica.clock)
    await pulled(replica)
    expect((await replica.visitor.get('/api/public/search?q=河西')).status).toBe(200)
    expect((await replica.visitor.get<{ total: number }>('/api/public/home')).body.total).toBe(12)
    expect(places.databaseOf(replica.face.current()?.generation ?? '')).not.toBe(file)
  })

  it('starts over notes that a power cut emptied', async () => {
    await replica.close()
    for (const file of [places.lastPull, places.clock]) writeFileSync(file, '')
    replica = await startReplica(folder, replica.clock)
    expect((await replica.visitor.get('/api/public/home')).status).toBe(200)
  })

  it('is no folder for a board of its own: setting up, checking and backing up are refused by name', () => {
    expect(createDeps(folder)).toMatchObject({ ok: false, code: 'replica.folder-of-replica' })
  })

  it('tries a switch that was refused again, and does not say meanwhile that all is well', async () => {
    await replica.close()
    await publish('关于新的公示')
    let calls = 0
    const before = readState<Current>(places.current)
    const parts: LoopParts = {
      ...{ dataFolder: folder, clock: office.clock, journalOf: () => openJournal(places.journal) },
      work: { run: BUILD_HERE.run, close: () => Promise.resolve() },
      shown: () => before,
      switchTo: () => {
        calls += 1
        throw new Error('no')
      },
      ...{ mend: () => Promise.resolve(), spoilt: () => false, heard: () => undefined },
      looked: () => undefined,
    }
    const loop = openPullLoop(parts)
    const checkedAt = loop.last()?.checkedAt
    await loop.turn()
    await loop.turn()
    await loop.close()
    expect(calls).toBeGreaterThan(1)
    expect(loop.last()).toMatchObject({ refusal: 'replica.snapshot-invalid' })
    expect(loop.last()?.checkedAt).toBe(checkedAt)
    replica = await startReplica(folder, replica.clock)
  })

  it('keeps no pieces of snapshots that came to nothing', async () => {
    await replica.close()
    const count = () =>
      readdirSync(join(folder, 'pieces')).flatMap((part) => readdirSync(join(folder, 'pieces', part))).length
    const run = () => Promise.resolve({ ok: false, code: 'replica.snapshot-invalid', params: {} })
    const counts: number[] = []
    for (let number = 1; number <= 4; number++) {
      await publish(`关于第${number}次增长的通知`)
      await pullSnapshot({ dataFolder: folder, clock: office.clock, work: { run: run as never } })
      counts.push(count())
    }
    expect(Math.max(...counts) - (counts[0] ?? 0)).toBeLessThan(6)
    replica = await startReplica(folder, replica.clock)
  })
})
