import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../db/store.ts'
import { checkBoard } from '../../server/cli/check-board.ts'
import { publicationFaults } from '../../server/cli/check-publications.ts'
import { createDeps } from '../../server/create-deps.ts'
import { attachFile } from '../../server/notice/attach-file.ts'
import { createNotice } from '../../server/notice/edit-notice.ts'
import { type Child, startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { pictureFile } from '../support/word-files.ts'
import { openStore, PEOPLE, prepareOffice } from './approved-notices.ts'

const ROUNDS = 500
const LONGEST_MS = 40
const PROGRAM = new URL('workflow-child.ts', import.meta.url)
const SPARES = 3

const HANDLER = { id: PEOPLE.handler, name: '周敏', roles: ['HANDLER'] } as const

let dataFolder: string
const spares: Child[] = []
let serial = 0
const seed = seedOfRun()

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-'))
  const store = openStore(dataFolder)
  prepareOffice(store)
  store.close()
  await begunWithFiles(10)
})

afterAll(async () => {
  await Promise.all(spares.map((spare) => spare.kill('SIGKILL')))
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Drafts with a file each, so that what an edition shows must be on the disk. */
async function begunWithFiles(count: number): Promise<void> {
  const deps = createDeps(dataFolder, { logger: pino({ level: 'silent' }) })
  if (!deps.ok) throw new Error(deps.code)
  const bytes = await pictureFile()
  for (let serial = 1; serial <= count; serial++) {
    const begun = createNotice(deps.value, HANDLER, { catalogueItemId: 'item' })
    if (!begun.ok) throw new Error(begun.code)
    const file = { name: `停电范围${serial}.png`, bytes, role: 'ATTACHMENT' } as const
    const attached = await attachFile(deps.value, HANDLER, begun.value, file)
    if (!attached.ok) throw new Error(attached.code)
  }
  await deps.value.work.close()
  deps.value.store.close()
}

/** A child that has loaded everything and waits for the word; the next ones load meanwhile. */
async function nextChild(): Promise<Child> {
  while (spares.length < SPARES) spares.push(startChild(PROGRAM, [dataFolder, String(seed + serial++)]))
  const child = spares.shift()
  if (!child) throw new Error('there is a spare')
  await child.seen(/^ready$/)
  return child
}

const UNDECIDED = `('IN_REVIEW', 'REFERRED', 'APPROVED', 'SCHEDULED')`

/** What must never be there, whatever moment the process died at: each question finds the rows that break it. */
const NEVER: Readonly<Record<string, string>> = {
  'a published notice without a current edition, or one taken down that still has one': `
    SELECT n.id, n.state FROM notice n WHERE
      (n.state = 'PUBLISHED' AND NOT EXISTS (SELECT 1 FROM edition e WHERE e.notice_id = n.id AND e.state = 'PUBLISHED'))
      OR (n.state IN ('WITHDRAWN', 'ARCHIVED') AND EXISTS (SELECT 1 FROM edition e WHERE e.notice_id = n.id AND e.state = 'PUBLISHED'))`,
  'a notice under review without a submission, or a submission that nobody reviews': `
    SELECT n.id, n.state FROM notice n
    WHERE (n.state IN ${UNDECIDED}) <> EXISTS (SELECT 1 FROM submission s WHERE s.notice_id = n.id AND s.closed = 0)`,
  'an approved notice that lacks a decision': `
    SELECT n.id FROM notice n JOIN submission s ON s.notice_id = n.id AND s.closed = 0
    WHERE n.state IN ('APPROVED', 'SCHEDULED')
      AND (SELECT count(*) FROM submission_decision d WHERE d.submission_id = s.id AND d.decision = 'APPROVED') < 2`,
  'a minute set without the state, or the state without a minute': `
    SELECT n.id FROM notice n WHERE (n.state = 'SCHEDULED') <> EXISTS
      (SELECT 1 FROM notice_schedule c WHERE c.notice_id = n.id AND c.outcome IS NULL
        AND c.submission_id IN (SELECT id FROM submission WHERE closed = 0))`,
  'a question to a higher body without the state, or the state without a question': `
    SELECT n.id FROM notice n WHERE (n.state = 'REFERRED') <> EXISTS
      (SELECT 1 FROM submission_referral r JOIN submission s ON s.id = r.submission_id
        WHERE s.notice_id = n.id AND s.closed = 0 AND r.id NOT IN (SELECT referral_id FROM referral_answer))`,
  'an index number used for two notices': `
    SELECT index_number FROM edition GROUP BY index_number HAVING count(DISTINCT notice_id) > 1`,
  'an index number skipped': `
    SELECT series, last FROM index_series WHERE last <> (SELECT count(DISTINCT index_number) FROM edition)
      OR last <> (SELECT max(CAST(substr(index_number, -5) AS INTEGER)) FROM edition)`,
  'an edition that is not what was handed in': `
    SELECT e.id FROM edition e JOIN submission s ON s.id = e.submission_id WHERE e.hash <> s.hash OR e.content <> s.content`,
  'a current edition that cannot be searched, or another that can': `
    SELECT id FROM edition WHERE (state = 'PUBLISHED') <> (id IN (SELECT rowid FROM search_entry))`,
  'an edition or tombstone the county would never get, or get twice': `
    SELECT e.id FROM edition e WHERE
      (SELECT count(*) FROM outbox o WHERE o.edition_id = e.id AND o.kind = 'EDITION') <> 1
      OR (SELECT count(*) FROM outbox o WHERE o.edition_id = e.id AND o.kind = 'WITHDRAWAL') <> (e.state = 'WITHDRAWN')`,
  'a tombstone without its edition, or the other way round': `
    SELECT e.id FROM edition e WHERE (e.state = 'WITHDRAWN') <> EXISTS (SELECT 1 FROM withdrawal w WHERE w.edition_id = e.id)`,
  'an edition that nobody knows how long to keep': `
    SELECT id FROM edition WHERE id NOT IN (SELECT edition_id FROM edition_record)`,
  'a heading that counts wrongly': `
    SELECT id FROM public_group g WHERE published_count <>
      (SELECT count(*) FROM edition e WHERE e.public_group_id = g.id AND e.state = 'PUBLISHED')`,
  'an emergency notice without its edition or its takeover': `
    SELECT x.notice_id FROM emergency_notice x LEFT JOIN edition e ON e.submission_id = x.submission_id
      LEFT JOIN takeover t ON t.edition_id = e.id WHERE t.edition_id IS NULL`,
  'an emergency without both its clocks': `
    SELECT id FROM emergency WHERE first_duty_id NOT IN (SELECT id FROM duty) OR follow_up_duty_id NOT IN (SELECT id FROM duty)`,
}

/** What must be there of a step that was said to be done, in the words of the child. */
function kept(store: Store, line: string): boolean {
  const [, step, notice = '', more = ''] = line.split(' ')
  const has = (sql: string, ...values: string[]) => store.database.prepare(sql).get(...values) !== undefined
  switch (step) {
    case 'publish':
      return has('SELECT 1 FROM edition WHERE notice_id = ? AND index_number = ?', notice, more)
    case 'submit':
      return has('SELECT 1 FROM submission WHERE notice_id = ? AND hash = ?', notice, more)
    case 'decide':
      return has(
        `SELECT 1 FROM submission_decision d JOIN submission s ON s.id = d.submission_id WHERE s.notice_id = ? AND d.kind = ?`,
        notice,
        more,
      )
    case 'withdraw':
      return has('SELECT 1 FROM withdrawal WHERE notice_id = ?', notice)
    case 'emergency':
      return has('SELECT 1 FROM emergency WHERE id = ?', notice)
    default:
      return has('SELECT 1 FROM notice WHERE id = ?', notice)
  }
}

function prove(store: Store, said: readonly string[], round: string): void {
  for (const [what, sql] of Object.entries(NEVER)) {
    expect(store.database.prepare(sql).all(), `${round}: ${what}`).toEqual([])
  }
  expect(
    said.filter((line) => !kept(store, line)),
    `${round}: said to be done, and lost`,
  ).toEqual([])
  expect(store.read.audit.firstBroken(), `${round}: audit chain`).toBeNull()
  expect(publicationFaults(store.database), `${round}: the board against the log`).toEqual([])
}

it(
  `an office killed ${ROUNDS} times in the middle of its work has every step whole or not at all`,
  { timeout: 1_800_000 },
  async () => {
    const random = seededRandom(seed)
    const steps = new Map<string, number>()
    let kills = 0
    for (let round = 1; round <= ROUNDS; round++) {
      const place = `BOARD_SEED=${seed}, round ${round}`
      const child = await nextChild()
      child.write('go\n')
      // Half of the kills come a random time after the first step, half right behind an acknowledgement.
      await child.seen(/^ok /, 1 + Math.floor(random() * 8))
      if (random() < 0.5) await pause(random() * LONGEST_MS)
      const { signal } = await child.kill('SIGKILL')
      if (signal === 'SIGKILL') kills++
      expect(child.errors(), `${place}: ${child.errors()}`).toBe('')
      const said = child.lines.filter((line) => line.startsWith('ok '))
      for (const line of said) {
        const step = line.split(' ')[1] ?? ''
        steps.set(step, (steps.get(step) ?? 0) + 1)
      }
      const store = openStore(dataFolder)
      prove(store, said, place)
      store.close()
    }
    console.info(`seed ${seed}: ${kills} kills`, Object.fromEntries(steps))
    expect(kills).toBe(ROUNDS)
    // Every part of the work was under way when somewhere a kill came.
    const parts = ['submit', 'decide', 'publish', 'schedule', 'withdraw', 'revise', 'emergency', 'recall']
    for (const part of parts) expect(steps.get(part) ?? 0, part).toBeGreaterThan(0)

    const deps = createDeps(dataFolder, { logger: pino({ level: 'silent' }) })
    if (!deps.ok) throw new Error(deps.code)
    expect((await checkBoard(deps.value)).faults).toEqual([])
    await deps.value.work.close()
    deps.value.store.close()
  },
)
