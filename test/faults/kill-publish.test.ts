import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBlobStore } from '../../platform/blob-store.ts'
import { matchQuery } from '../../platform/search/terms.ts'
import type { Store } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { type Child, startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { openStore, prepareApproved, prepareOffice } from './approved-notices.ts'

const ROUNDS = 200
const LONGEST_MS = 60
const BATCH = 1000
const PROGRAM = new URL('publish-child.ts', import.meta.url)

let dataFolder: string
let prepared = 0
const spares: Child[] = []

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-'))
  const store = openStore(dataFolder)
  prepareOffice(store)
  await more(store)
  store.close()
})

afterAll(async () => {
  await Promise.all(spares.map((spare) => spare.kill('SIGKILL')))
  rmSync(dataFolder, { recursive: true, force: true })
})

async function more(store: Store): Promise<void> {
  await prepareApproved(store, dataFolder, prepared + 1, BATCH)
  prepared += BATCH
}

/** A child that has loaded everything and waits for the word; the next ones load meanwhile. */
async function nextChild(): Promise<Child> {
  while (spares.length < 3) spares.push(startChild(PROGRAM, [dataFolder]))
  const child = spares.shift()
  if (!child) throw new Error('there is a spare')
  await child.seen(/^ready$/)
  return child
}

function all<T>(store: Store, sql: string, ...values: unknown[]): T[] {
  return store.database.prepare(sql).all(...values) as T[]
}

/** What must never be there, whatever moment the process died at: each question finds the rows that break it. */
const NEVER: Readonly<Record<string, string>> = {
  'a notice that says it is published without an edition, or the other way round': `
    SELECT n.id FROM notice n LEFT JOIN edition e ON e.notice_id = n.id
    WHERE (n.state = 'PUBLISHED') <> (e.id IS NOT NULL) OR n.state NOT IN ('PUBLISHED', 'APPROVED')`,
  'a notice whose index number is not that of its edition': `
    SELECT n.id FROM notice n LEFT JOIN edition e ON e.notice_id = n.id WHERE n.index_number IS NOT e.index_number`,
  'an index number used twice': `SELECT index_number FROM edition GROUP BY index_number HAVING count(*) > 1`,
  'two editions of one notice': `SELECT notice_id FROM edition GROUP BY notice_id HAVING count(*) > 1`,
  'a counter that does not stand at its last number': `
    SELECT series FROM index_series WHERE last <> (SELECT count(*) FROM edition)
      OR last <> (SELECT max(CAST(substr(index_number, -5) AS INTEGER)) FROM edition)`,
  'an edition that is not what was approved': `
    SELECT e.id FROM edition e JOIN submission s ON s.id = e.submission_id WHERE e.hash <> s.hash OR e.content <> s.content`,
  'a submission left open after publication, or closed without one': `
    SELECT s.id FROM submission s LEFT JOIN edition e ON e.submission_id = s.id WHERE s.closed <> (e.id IS NOT NULL)`,
  'an edition that cannot be searched': `SELECT id FROM edition WHERE id NOT IN (SELECT rowid FROM search_entry)`,
  'a search row without an edition': `SELECT rowid FROM search_entry WHERE rowid NOT IN (SELECT id FROM edition)`,
  'an edition the county would never get': `
    SELECT e.id FROM edition e LEFT JOIN outbox o ON o.edition_id = e.id AND o.kind = 'EDITION' GROUP BY e.id HAVING count(o.id) <> 1`,
  'an outbox row without an edition': `SELECT id FROM outbox WHERE edition_id NOT IN (SELECT id FROM edition)`,
  'an edition without exactly one event in the log that names its number and hash': `
    SELECT e.id FROM edition e LEFT JOIN audit_event a ON a.action = 'notice.publish' AND a.subject_id = e.notice_id
      AND a.detail ->> 'indexNumber' = e.index_number AND a.detail ->> 'hash' = e.hash
    GROUP BY e.id HAVING count(a.sequence) <> 1`,
  'an event in the log without its edition': `
    SELECT sequence FROM audit_event WHERE action = 'notice.publish' AND subject_id NOT IN (SELECT notice_id FROM edition)`,
  'a heading that counts wrongly': `
    SELECT id FROM public_group g WHERE published_count <> (SELECT count(*) FROM edition WHERE public_group_id = g.id)`,
}

/** Proves a folder after a kill; gives how many notices are published. */
function prove(store: Store, acknowledged: ReadonlyMap<string, string>, round: string): number {
  for (const [what, sql] of Object.entries(NEVER)) expect(all(store, sql), `${round}: ${what}`).toEqual([])
  const editions = all<{ id: number; notice: string; number: string; content: string; title: string }>(
    store,
    'SELECT id, notice_id AS notice, index_number AS number, content, title FROM edition',
  )
  const stored = new Map(editions.map((edition) => [edition.notice, edition.number]))
  for (const [notice, number] of acknowledged)
    expect(stored.get(notice), `${round}: acknowledged ${number}`).toBe(number)
  // One publication can have been committed in the moment before its line was written; never two.
  expect(editions.length - acknowledged.size, round).toBeLessThanOrEqual(1)
  const newest = editions.at(-1)
  if (newest) {
    const query = matchQuery(`"${newest.title.replace(/\D/g, '')}"`) ?? ''
    const hits = all<{ rowid: number }>(
      store,
      'SELECT rowid FROM search_entry WHERE search_entry MATCH ?',
      query,
    )
    expect(
      hits.map((hit) => hit.rowid),
      round,
    ).toContain(newest.id)
    const blobs = openBlobStore(dataFolder)
    for (const file of (JSON.parse(newest.content) as PublicContent).attachments) {
      expect(existsSync(blobs.pathOf(file.sha256)), `${round}: ${file.name}`).toBe(true)
    }
  }
  expect(store.read.audit.firstBroken(), `${round}: audit chain`).toBeNull()
  return editions.length
}

it(
  `a server killed ${ROUNDS} times in the middle of publishing has published each notice whole or not at all`,
  { timeout: 1_800_000 },
  async () => {
    const seed = seedOfRun()
    const random = seededRandom(seed)
    const acknowledged = new Map<string, string>()
    let unsaid = 0
    let rounds = 0
    for (let round = 1; round <= ROUNDS; round++) {
      const place = `BOARD_SEED=${seed}, round ${round}`
      const child = await nextChild()
      child.write('go\n')
      // Half of the kills come a random time after the start, half right behind an acknowledgement.
      if (random() < 0.5) await pause(random() * LONGEST_MS)
      else await child.seen(/^ok /, 1 + Math.floor(random() * 5))
      const { signal } = await child.kill('SIGKILL')
      if (signal === 'SIGKILL') rounds++
      expect(child.errors(), `${place}: ${child.errors()}`).toBe('')
      for (const line of child.lines) {
        const [, notice, number] = /^ok (\S+) (\S+)$/.exec(line) ?? []
        if (notice === undefined || number === undefined) continue
        expect(acknowledged.has(notice), `${place}: ${notice} published twice`).toBe(false)
        acknowledged.set(notice, number)
      }
      const store = openStore(dataFolder)
      const published = prove(store, acknowledged, place)
      if (published > acknowledged.size) {
        unsaid++
        for (const { notice, number } of all<{ notice: string; number: string }>(
          store,
          'SELECT notice_id AS notice, index_number AS number FROM edition',
        )) {
          acknowledged.set(notice, number)
        }
      }
      if (prepared - published < BATCH / 2) await more(store)
      if (round % 50 === 0)
        expect(store.database.pragma('integrity_check'), place).toEqual([{ integrity_check: 'ok' }])
      store.close()
    }
    console.info(
      `seed ${seed}: ${rounds} kills, ${acknowledged.size} published, ${unsaid} committed but not yet told`,
    )
    expect(rounds).toBe(ROUNDS)
    expect(acknowledged.size).toBeGreaterThan(ROUNDS / 2)
  },
)
