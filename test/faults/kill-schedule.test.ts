import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../db/store.ts'
import { scheduleFaults } from '../../server/cli/check-schedule.ts'
import { type Child, startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { openStore, PEOPLE, prepareApproved, prepareOffice } from './approved-notices.ts'

const ROUNDS = 60
/** Due in the same minute; a round publishes about one a millisecond or two. */
const AT_ONCE = 20
const BEFORE_MS = 15
const LONGEST_MS = 90
const FIRST = Date.parse('2026-11-20T02:00:00.000Z')
const PROGRAM = new URL('schedule-child.ts', import.meta.url)

let dataFolder: string
const spares: Child[] = []

const minuteOf = (round: number) => new Date(FIRST + round * 60_000).toISOString()

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-schedule-'))
  const store = openStore(dataFolder)
  prepareOffice(store)
  await prepareApproved(store, dataFolder, 1, ROUNDS * AT_ONCE)
  store.tx((write, read) => {
    const notices = store.database.prepare('SELECT id FROM notice ORDER BY id').pluck().all() as string[]
    notices.forEach((noticeId, number) => {
      const submissionId = read.submission.open(noticeId)?.id ?? ''
      const publishAt = minuteOf(Math.floor(number / AT_ONCE))
      const scheduledAt = '2026-11-20T01:00:00.000Z'
      write.schedule.insert({ noticeId, submissionId, publishAt, scheduledBy: PEOPLE.handler, scheduledAt })
      write.notice.update(noticeId, { state: 'SCHEDULED' })
    })
  })
  store.close()
})

afterAll(async () => {
  await Promise.all(spares.map((spare) => spare.kill('SIGKILL')))
  rmSync(dataFolder, { recursive: true, force: true })
})

async function nextChild(): Promise<Child> {
  while (spares.length < 3) spares.push(startChild(PROGRAM, [dataFolder]))
  const child = spares.shift()
  if (!child) throw new Error('there is a spare')
  await child.seen(/^ready$/)
  return child
}

/** What must never be there, whatever moment the process died at: each question finds the rows that break it. */
const NEVER: Readonly<Record<string, string>> = {
  'a notice published twice': `SELECT notice_id FROM edition GROUP BY notice_id HAVING count(*) > 1`,
  'an index number used twice': `SELECT index_number FROM edition GROUP BY index_number HAVING count(*) > 1`,
  'a notice that is neither published nor still scheduled': `
    SELECT n.id FROM notice n LEFT JOIN edition e ON e.notice_id = n.id
    WHERE (n.state = 'PUBLISHED') <> (e.id IS NOT NULL) OR n.state NOT IN ('PUBLISHED', 'SCHEDULED')`,
  'a minute that ended without an edition, or an edition whose minute stands': `
    SELECT s.id FROM notice_schedule s LEFT JOIN edition e ON e.submission_id = s.submission_id
    WHERE (s.outcome = 'PUBLISHED') IS NOT (e.id IS NOT NULL) AND NOT (s.outcome IS NULL AND e.id IS NULL)`,
  'a refusal': `SELECT id FROM notice_schedule WHERE refusal <> ''`,
  'a publication before its minute': `
    SELECT e.id FROM edition e JOIN notice_schedule s ON s.submission_id = e.submission_id WHERE e.published_at < s.publish_at`,
  'an edition without exactly one event that names the minute planned': `
    SELECT e.id FROM edition e JOIN notice_schedule s ON s.submission_id = e.submission_id
      LEFT JOIN audit_event a ON a.action = 'notice.publish' AND a.subject_id = e.notice_id
        AND a.detail ->> 'plannedAt' = s.publish_at AND a.actor_id = s.scheduled_by
    GROUP BY e.id HAVING count(a.sequence) <> 1`,
  'an edition without its record': `SELECT id FROM edition WHERE id NOT IN (SELECT edition_id FROM edition_record)`,
}

function prove(store: Store, round: string): number {
  for (const [what, sql] of Object.entries(NEVER)) {
    expect(store.database.prepare(sql).all(), `${round}: ${what}`).toEqual([])
  }
  expect(store.read.audit.firstBroken(), `${round}: audit chain`).toBeNull()
  return store.database.prepare('SELECT count(*) FROM edition').pluck().get() as number
}

it(
  `a board killed ${ROUNDS} times around the minute of publication has published each notice once, and loses none`,
  { timeout: 1_800_000 },
  async () => {
    const seed = seedOfRun()
    const random = seededRandom(seed)
    let amid = 0
    let published = 0
    for (let round = 0; round < ROUNDS; round++) {
      const place = `BOARD_SEED=${seed}, round ${round}`
      const child = await nextChild()
      child.write(`go ${new Date(Date.parse(minuteOf(round)) - BEFORE_MS).toISOString()}\n`)
      await child.seen(/^open$/)
      await pause(random() * LONGEST_MS)
      await child.kill('SIGKILL')
      expect(child.errors(), `${place}: ${child.errors()}`).toBe('')
      const store = openStore(dataFolder)
      const now = prove(store, place)
      const due = (round + 1) * AT_ONCE
      if (now > published && now < due) amid++
      published = now
      store.close()
    }
    const last = await nextChild()
    last.write(`go ${minuteOf(ROUNDS)} end\n`)
    await last.seen(/^done$/)
    expect(last.errors()).toBe('')
    const store = openStore(dataFolder)
    expect(prove(store, 'at the end')).toBe(ROUNDS * AT_ONCE)
    expect(scheduleFaults(store.database)).toEqual([])
    store.close()
    console.info(`seed ${seed}: ${ROUNDS} kills, ${amid} of them between two publications of one minute`)
    expect(amid).toBeGreaterThan(ROUNDS / 10)
  },
)
