import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { sha256 } from '../../platform/sha256.ts'
import { pairWithOffice } from '../../server/replica/pair-with-office.ts'
import { type Current, readState, replicaPlaces } from '../../server/replica/replica-folder.ts'
import type { PairingCodeView, SnapshotManifest } from '../../server/replica/views.ts'
import { startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { pullOnce } from '../support/replica-pull.ts'
import { replicaFolder } from '../support/replica-flow.ts'
import { setUpOffice } from '../support/test-board.ts'

const ROUNDS = 20
const LONGEST_MS = 400
const PROGRAM = new URL('replica-pull-child.ts', import.meta.url)

let office: RealBoard
// Shows the first snapshot; each round goes on from a copy of it, while the office offers the second.
const paired = replicaFolder()

beforeAll(async () => {
  office = await startRealBoard({ idleLockMinutes: 600 })
  const staff = await setUpOffice(office.openDesk)
  const item = await importVillageCatalogue(staff.administrator)
  const publish = async (title: string) => {
    const content = { title, body: paragraphs('自本月起执行。'), catalogueItemId: item.id }
    const draft = await writeDraft(staff.handler, content)
    await publishDraft(staff, draft.id, draft.revision)
  }
  await publish('关于河西村低保对象的公示')
  const code = await staff.administrator.post<PairingCodeView>('/api/desk/replicas/pairing-code', {})
  const wish = { dataFolder: paired, address: office.publicOrigin, code: code.body.code, name: '大厅' }
  expect(await pairWithOffice({ ...wish, clock: office.clock })).toMatchObject({ ok: true })
  expect(await pullOnce(paired, office.clock)).toMatchObject({ ok: true })
  await publish('关于河西村用水的通知')
  office.clock.advance(60_000)
})

afterAll(async () => {
  await office.stop()
  rmSync(paired, { recursive: true, force: true })
})

/** Whatever moment the process died at: what is current is one whole snapshot, with every row its list promises. */
function prove(folder: string, round: string): number {
  const places = replicaPlaces(folder)
  const current = readState<Current>(places.current)
  if (!current) throw new Error(`${round}: nothing is shown`)
  const manifest = JSON.parse(readFileSync(places.manifestOf(current.generation), 'utf8')) as SnapshotManifest
  expect(manifest.sequence, round).toBe(current.sequence)
  const opened = openDatabase(places.databaseOf(current.generation))
  if (!opened.ok) throw new Error(`${round}: ${opened.code}`)
  const database = opened.value
  expect(database.pragma('integrity_check', { simple: true }), round).toBe('ok')
  const editions = database.prepare("SELECT hash, content FROM edition WHERE state = 'PUBLISHED'").all() as {
    hash: string
    content: string
  }[]
  expect(editions, round).toHaveLength(current.sequence)
  for (const { hash, content } of editions) expect(sha256(content), round).toBe(hash)
  expect(database.prepare('SELECT count(*) FROM search_entry').pluck().get(), round).toBe(current.sequence)
  database.close()
  return current.sequence
}

it(
  `a kiosk computer killed ${ROUNDS} times while it pulls shows one whole snapshot, the former or the new, and pulls on from there`,
  { timeout: 1_800_000 },
  async () => {
    const seed = seedOfRun()
    const random = seededRandom(seed)
    const seen = { former: 0, fresh: 0 }
    for (let round = 1; round <= ROUNDS; round++) {
      const place = `BOARD_SEED=${seed}, round ${round}`
      const folder = `${paired}-${round}`
      cpSync(paired, folder, { recursive: true })
      const child = startChild(PROGRAM, [folder])
      await child.seen(/^ready$/u)
      child.write('go\n')
      if (random() < 0.7) await pause(random() * LONGEST_MS)
      else await child.seen(/^shows /u)
      await child.kill('SIGKILL')
      expect(child.errors(), place).toBe('')
      const shows = prove(folder, place)
      if (shows === 1) seen.former++
      else seen.fresh++
      if (child.lines.some((line) => line.startsWith('shows 2'))) expect(shows, place).toBe(2)
      expect(await pullOnce(folder, office.clock), place).toMatchObject({ ok: true })
      expect(prove(folder, place), place).toBe(2)
      expect(existsSync(replicaPlaces(folder).pairing), place).toBe(true)
      rmSync(folder, { recursive: true, force: true })
    }
    console.info(`seed ${seed}: killed before the switch ${seen.former} times, after it ${seen.fresh} times`)
    expect(seen.former).toBeGreaterThan(0)
    expect(seen.fresh).toBeGreaterThan(0)
  },
)
