import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHAIN_START, chainText } from '../../../domain/audit/audit-event.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { loadSampleOnce, type Shell } from './run-board.ts'

let sample: Awaited<ReturnType<typeof loadSampleOnce>>
let shell: Shell
beforeAll(async () => {
  sample = await loadSampleOnce()
})
afterAll(() => sample.remove())
beforeEach(() => {
  shell = sample.open()
})
afterEach(() => shell.remove())

/** Changes the database behind the product's back, as a person with a database tool would. */
function tamper(work: string | ((database: Database) => void)): void {
  const database = new Sqlite(join(shell.data, 'board.sqlite3'))
  if (typeof work === 'string') database.exec(work)
  else work(database)
  database.close()
}

/** The first words of the faults, in the order in which they are named. */
async function faults(): Promise<string> {
  const ran = await shell.board(['check'])
  expect(ran.code).toBe(1)
  return ran.err
}

const PUBLISHED = `(SELECT id FROM edition WHERE state = 'PUBLISHED' ORDER BY id LIMIT 1)`

describe('a board whose tables were changed past the program', () => {
  it('shows an edition that nobody submitted, approved or published', async () => {
    tamper(`
      INSERT INTO edition SELECT 900, notice_id, 90, hash, index_number, submission_id, published_by, published_at,
        publish_date, 'SUPERSEDED', title, notice_kind, document_number, public_group_id, content
      FROM edition WHERE id = ${PUBLISHED}`)
    expect(await faults()).toContain('已发布内容没有对应的发布记录：900')
  })

  it('shows an edition that was published with a submission that lacks an approval', async () => {
    tamper(`
      DROP TRIGGER submission_decision_no_delete;
      DELETE FROM submission_decision WHERE kind = 'SECRECY_REVIEW'
        AND submission_id = (SELECT submission_id FROM edition WHERE id = ${PUBLISHED})`)
    expect(await faults()).toMatch(/已发布内容没有两人审核通过的记录：\d+\n检查没有通过，有 1 处问题/)
  })

  it('shows an approval that somebody else is said to have given', async () => {
    tamper(`
      DROP TRIGGER submission_decision_no_update;
      UPDATE submission_decision SET account_id = (SELECT id FROM account WHERE name = '李伟')
      WHERE kind = 'REVIEW' AND submission_id = (SELECT submission_id FROM edition WHERE id = ${PUBLISHED})`)
    expect(await faults()).toContain('已发布内容没有两人审核通过的记录')
  })

  it('shows an approval by an author who was taken out of the table of authors', async () => {
    const author = `(SELECT account_id FROM notice_author WHERE notice_id =
      (SELECT notice_id FROM edition WHERE id = ${PUBLISHED}))`
    tamper((database) => {
      database.exec(`
        DROP TRIGGER submission_decision_no_update; DROP TRIGGER notice_author_no_delete; DROP TRIGGER audit_event_no_update;
        UPDATE submission_decision SET account_id = ${author}
        WHERE kind = 'REVIEW' AND submission_id = (SELECT submission_id FROM edition WHERE id = ${PUBLISHED});
        UPDATE audit_event SET actor_id = ${author} WHERE action = 'notice.approve' AND detail LIKE '%"REVIEW"%'
          AND subject_id = (SELECT notice_id FROM edition WHERE id = ${PUBLISHED});
        DELETE FROM notice_author`)
      rechain(database)
    })
    expect(await faults()).toContain('已发布内容没有两人审核通过的记录')
  })

  it('shows a duty that was closed past the program, and one that was opened past it', async () => {
    tamper(`
      UPDATE duty SET closing = 'WAIVED', closed_at = '2026-11-20T01:00:00.000Z', closed_on = '2026-11-20',
        closed_by = (SELECT id FROM account WHERE name = '李伟') WHERE id = (SELECT min(id) FROM duty WHERE closing IS NULL);
      UPDATE duty SET closing = NULL, closed_at = NULL WHERE id = (SELECT min(id) FROM duty WHERE closing = 'PUBLISHED')`)
    const told = await faults()
    expect(told).toMatch(/任务已办结，但办理经过中没有对应的记录：\S+/)
    expect(told).toMatch(/任务的办理经过记为已办结，任务却仍在待办：\S+/)
  })

  it('shows a published edition that was taken away, by the event that tells of it', async () => {
    tamper(`
      PRAGMA foreign_keys = OFF;
      DROP TRIGGER edition_no_delete;
      DELETE FROM edition WHERE id = ${PUBLISHED}`)
    expect(await faults()).toMatch(/操作记录第 \d+ 条发布的内容不在库中/)
  })

  it('shows a withdrawal that nobody made, and one that was undone', async () => {
    tamper(`
      PRAGMA foreign_keys = OFF;
      DROP TRIGGER edition_state_forward; DROP TRIGGER withdrawal_no_delete;
      DELETE FROM withdrawal;
      UPDATE edition SET state = 'PUBLISHED' WHERE state = 'WITHDRAWN'`)
    expect(await faults()).toContain('已撤下的内容又处于公开状态')
  })

  it('shows a tombstone without an event', async () => {
    tamper(`
      UPDATE edition SET state = 'WITHDRAWN' WHERE id = ${PUBLISHED};
      INSERT INTO withdrawal SELECT notice_id, id, 'EXPIRED', '到期', 0, published_by, '2026-11-20T09:00:00.000Z', '2026-11-20'
      FROM edition WHERE state = 'WITHDRAWN' AND id NOT IN (SELECT edition_id FROM withdrawal)`)
    expect(await faults()).toContain('撤下没有对应的操作记录')
  })

  it('shows a notice that no search finds, and a heading that counts wrong', async () => {
    tamper(`
      DELETE FROM search_entry WHERE rowid = ${PUBLISHED};
      UPDATE public_group SET published_count = published_count + 1 WHERE rowid = 1`)
    const found = await faults()
    expect(found).toContain('检索数据与公开状态不符')
    expect(found).toContain('目录栏目的条数不符')
  })

  it('shows an override whose reason was exchanged, or that nobody gave', async () => {
    tamper(`
      INSERT INTO privacy_override SELECT 90, notice_id, 'f', 'MOBILE', published_by, '公务手机', published_at
      FROM edition WHERE id = ${PUBLISHED}`)
    expect(await faults()).toContain('保密审查的放行理由与操作记录不符：90')
  })

  it('shows by an older package that the log was written anew from the beginning', async () => {
    tamper((database) => {
      database.exec('DROP TRIGGER audit_event_no_update')
      database.exec(`UPDATE audit_event SET actor_name = '别人' WHERE sequence = 3`)
      rechain(database)
    })
    expect(await faults()).toMatch(
      /操作记录与已报送的包 board-\S+\.zip 中签名的校验码不符.*\n检查没有通过，有 1 处问题/,
    )
  })

  it('shows nothing new when only the packages folder is missing: that is told as such', async () => {
    rmSync(join(shell.data, 'packages'), { recursive: true })
    expect(await faults()).toContain('缺少报送包')
  })
})

/** What somebody who knows the format can do: every hash of the chain computed again, and the head with it. */
function rechain(database: Database): void {
  let previous = CHAIN_START
  const rows = database.prepare('SELECT * FROM audit_event ORDER BY sequence').all() as {
    sequence: number
    at: string
    actor_id: string
    actor_name: string
    action: string
    subject_kind: string
    subject_id: string
    detail: string
  }[]
  // The hashes are unique while they change one by one.
  database.exec(`UPDATE audit_event SET hash = 'was ' || hash`)
  for (const row of rows) {
    const entry = {
      at: row.at,
      actor: { id: row.actor_id, name: row.actor_name },
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      detail: JSON.parse(row.detail) as Record<string, string>,
    }
    const hash = sha256(chainText(entry, row.sequence, previous))
    database
      .prepare('UPDATE audit_event SET previous_hash = ?, hash = ? WHERE sequence = ?')
      .run(previous, hash, row.sequence)
    previous = hash
  }
  database.prepare('UPDATE audit_head SET hash = ?').run(previous)
}
