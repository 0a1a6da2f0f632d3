import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { type Store, storeOver } from '../../db/store.ts'

let database: Database
let store: Store
/** Every statement that was prepared, in order. */
let statements: string[]

const EDITIONS = 600
const MOMENT = { today: '2026-11-23', now: '2026-11-23T01:42:00.000Z', soonUntil: '2026-11-26' }

beforeAll(() => {
  statements = []
  const opened = openDatabase(':memory:')
  if (!opened.ok) throw new Error(opened.code)
  database = opened.value
  fill()
  database.exec('ANALYZE')
  store = storeOver(spied(database))
})

afterAll(() => database.close())

/** Hands out the same database, but remembers each statement that is prepared on it. */
function spied(target: Database): Database {
  return new Proxy(target, {
    get: (from, name) => {
      const value: unknown = Reflect.get(from, name)
      if (name === 'prepare') {
        return (sql: string) => {
          statements.push(sql)
          return from.prepare(sql)
        }
      }
      return typeof value === 'function' ? value.bind(from) : value
    },
  })
}

function fill(): void {
  database.exec(`
    INSERT INTO account (id, name, roles, password_hash, created_at) VALUES ('a', '周敏', '[]', 'x', '2026-01-01');
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39)
    INSERT INTO public_group SELECT 'g' || i, '财务' || i, '目录', 'VILLAGE', 15 FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${EDITIONS})
    INSERT INTO notice SELECT 'n' || i, CASE i % 4 WHEN 0 THEN 'DRAFT' ELSE 'PUBLISHED' END, 'x/2026-' || i, '关于' || i, NULL, 1, 'a', 'a', '2026-01-01', '2026-01-' || i, '{}' FROM n;
    INSERT INTO submission (id, notice_id, hash, content, submitted_by, submitted_at, closed)
      SELECT 's-' || id, id, 'h-' || id, '{}', 'a', '2026-01-01', 1 FROM notice;
    INSERT INTO edition SELECT rowid, id, 1, 'h-' || id, index_number, 's-' || id, 'a', '2026-01-01', '2026-01-01',
      CASE rowid % 5 WHEN 0 THEN 'SUPERSEDED' ELSE 'PUBLISHED' END, title, 'NOTIFICATION',
      CASE rowid % 3 WHEN 0 THEN '云政发〔2026〕' || rowid || '号' ELSE '' END, 'g' || (rowid % 40), '{}' FROM notice;
    INSERT INTO public_display SELECT 'p' || id, notice_id, id, 'township', 'a', '2026-01-01' FROM edition;
    INSERT INTO display_run SELECT id, 'p' || id, 1, 'FIRST', id, '2020-01-01', (2020 + id % 9) || '-01-31', '{}', 0, '', 'a', 'x' FROM edition;
    INSERT INTO search_entry (rowid, title, body) SELECT id, '关于', '公开 开栏 栏' FROM edition;
    INSERT INTO outbox SELECT id, 'EDITION', id, '2026-01-01', CASE WHEN id < 590 THEN 1 END FROM edition;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${EDITIONS})
    INSERT INTO audit_event SELECT i, '2026-01-01T' || i, 'a', '周敏', 'x', 'notice', 'n' || (i % 90), '{}', 'p', 'h' || i FROM n;
    INSERT INTO catalogue VALUES ('c', '目录', 'GOV', '2026-01-01');
    INSERT INTO catalogue_item SELECT 'i' || value, 'c' FROM (WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < 29) SELECT value FROM n);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
    INSERT INTO duty_ground SELECT i, '{"n":' || i || '}' FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${EDITIONS})
    INSERT INTO duty (id, kind, unit_id, item_id, regime, title, period, event, stage, stage_name, ground_id, term, starts_on,
        target, due, provisional, created_at, closing, closed_at, closed_on)
      SELECT 'd' || i, 'PERIODIC', 'township', 'i' || (i % 30), 'GOV', '事项', '2026-' || i, '', 0, '', 1 + i % 60, '{}',
        '2026-01-01', '2026-02-01', '2026-' || (10 + i % 3) || '-' || (10 + i % 18), 0, '2026-01-01',
        CASE WHEN i % 9 <> 0 THEN 'PUBLISHED' END, CASE WHEN i % 9 <> 0 THEN '2026-02-01' END, '2026-02-01' FROM n;
  `)
}

function explain(sql: string): string[] {
  const places = [...sql.matchAll(/\?/g)].map(() => 1)
  const named = Object.fromEntries([...sql.matchAll(/\$(\w+)/g)].map(([, name]) => [name, 1]))
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...places, named) as { detail: string }[]
  return rows.map((row) => row.detail)
}

/** The plan of the statements that `work` runs. */
function planOf(work: () => unknown): string[] {
  statements.length = 0
  work()
  return statements.flatMap(explain)
}

function expectHot(plan: readonly string[]): void {
  const slow = plan.filter((step) =>
    /^SCAN (?!(?:(?:search|title_reading)_entry|held) VIRTUAL TABLE INDEX)(?!.*USING (COVERING )?INDEX)|TEMP B-TREE/.test(
      step,
    ),
  )
  expect(slow, plan.join('\n')).toEqual([])
}

describe('what every screen in the hall asks, at any size of the board', () => {
  /** The prepared statements of the public lists, by a piece of their text. */
  function publicPlan(piece: RegExp): string[] {
    statements.length = 0
    storeOver(spied(database))
    const found = statements.filter((sql) => piece.test(sql))
    expect(found).toHaveLength(1)
    return found.flatMap(explain)
  }

  it('newest notices come off the index of current editions', () => {
    const plan = publicPlan(/WHERE e\.state = 'PUBLISHED' AND e\.id < \?/)
    expectHot(plan)
    expect(plan.join('\n')).toMatch(/edition_current|USING INTEGER PRIMARY KEY \(rowid<\?\)/)
  })

  /** Ids are handed in as a table of their own, and of people there are a dozen. */
  const slowFor = (step: string) => /^SCAN (?!ids VIRTUAL|(?:l|le|p|r|x)?a\b)/.test(step)

  it('sheets on the walls come by their ids, and what stands off the few that stand', () => {
    const plan = publicPlan(/FROM json_each\(\?\) ids\s+LEFT JOIN posting p/)
    expect(plan.filter((step) => slowFor(step))).toEqual([])
    expectHot(publicPlan(/FROM posting_standing WHERE board_id = \?/))
    for (const piece of [/CROSS JOIN posting_event e/, /CROSS JOIN posting_photo p/]) {
      expect(publicPlan(piece).filter((step) => slowFor(step))).toEqual([])
    }
  })

  it('what has run out comes off the few that stand with an end, however much ran out before', () => {
    const plan = publicPlan(/AS expiresAt\s+FROM standing_expiry r/)
    expect(plan[0]).toMatch(/SEARCH r USING PRIMARY KEY \(expires_at<\?\)/)
  })

  it('what opening a notice asks is prepared once and comes off indices', () => {
    for (const piece of [
      /"content" from "edition" where "edition"\."index_number" = \?/,
      /"public_group_id" from "edition" where "edition"\."index_number" = \?/,
      /from "edition" where "edition"\."hash" = \?/,
      /from "edition_record" where "edition_record"\."edition_id" = \?/,
      /from "matter_notice" where \("matter_notice"\."notice_id" = \?/,
      /json_extract\(content, '\$\.interprets\.indexNumber'\) = \?/,
      /from "notice_validity" left join .* where "notice_validity"\."notice_id" = \?/,
      /select max\("at"\) from "audit_event"/,
    ]) {
      const plan = publicPlan(piece)
      // Ties of one notice are put in order among themselves; that is no sort of the table.
      expectHot(plan.filter((step) => !/LAST TERM|LAST \d+ TERMS|FOR ORDER BY/.test(step)))
    }
    // Of a catalogue item only its own few rows are looked at; an office has a handful of catalogues.
    const item = publicPlan(/from "catalogue_row" inner join/)
    expect(item.filter((step) => /^SCAN (?!catalogue$)/.test(step))).toEqual([])
  })

  it('what screens are told every second comes off the newest end of the log and off indices of time', () => {
    expectHot(publicPlan(/SELECT max\(sequence\) AS sequence FROM audit_event/))
    // Walked from the newest row back to the first that counts; nothing is put in order.
    expect(publicPlan(/SELECT sequence FROM audit_event WHERE action NOT GLOB/)).toEqual(['SCAN audit_event'])
    expect(publicPlan(/FROM withdrawal w CROSS JOIN edition e/)[0]).toMatch(
      /SEARCH w USING (COVERING )?INDEX withdrawal_by_time/,
    )
    expect(publicPlan(/SELECT e\.id, e\.index_number AS indexNumber\s+FROM standing_expiry/)[0]).toMatch(
      /SEARCH r USING PRIMARY KEY \(expires_at>\? AND expires_at<\?\)/,
    )
  })

  it('what holds the kiosk comes from the few takeovers, never from all that stands', () => {
    const plan = publicPlan(/FROM takeover t CROSS JOIN edition e.*\s+WHERE t\.ended_at IS NULL AND/)
    expect(plan[0]).toMatch(/^S(CAN|EARCH) t\b/)
    expect(plan[1]).toMatch(/SEARCH e USING INTEGER PRIMARY KEY/)
  })

  it('columns of a screen come off the index of what they hold, newest first', () => {
    const one = (piece: RegExp) => publicPlan(piece)
    for (const [piece, index] of [
      [/e\.state = 'PUBLISHED' AND e\.id < \$before/, /edition_current|INTEGER PRIMARY KEY \(rowid<\?\)/],
      [/e\.public_group_id = \$group/, /edition_group/],
      [/e\.notice_kind = \$kind AND e\.id/, /edition_kind/],
      [/s\.unit_id = \$unit AND s\.edition_id/, /standing_unit_unit/],
      [/s\.unit_id = \$unit AND s\.regime = \$regime AND/, /standing_unit_regime/],
    ] as const) {
      const plan = one(piece)
      expectHot(plan)
      expect(plan.join('\n')).toMatch(index)
    }
  })

  it('a shelf is read from its newest end, and a shelf of an edition is looked up by it', () => {
    const newest = publicPlan(/FROM standing_shelf WHERE shelf_id = \?/)
    expectHot(newest)
    expect(newest.join('\n')).toMatch(/PRIMARY KEY \(shelf_id=\? AND edition_id<\?\)/)
    expectHot(publicPlan(/FROM standing_shelf WHERE edition_id = \?/))
    expectHot(publicPlan(/FROM standing_shelf WHERE edition_id < \?/))
  })

  it('displays that end soon come off the index of last days', () => {
    const plan = publicPlan(/r\.ends_on >= \$today/)
    expectHot(plan)
    expect(plan.join('\n')).toMatch(/display_run_end/)
  })

  it('notices of a group come off the index of the group', () => {
    const plan = publicPlan(/e\.public_group_id = \? AND e\.id < \?/)
    expectHot(plan)
    expect(plan.join('\n')).toContain('edition_group')
  })

  it('a document number is looked up by itself, and those of a year come from an index alone', () => {
    expectHot(publicPlan(/held\.document_number = \?/))
    expect(publicPlan(/instr\(used\.document_number/).join('\n')).toMatch(/COVERING INDEX edition_number_use/)
  })

  it('what became of the documents of a list is asked by their index numbers', () => {
    const plan = publicPlan(/AS statements/)
    expect(plan.join('\n')).toMatch(/SEARCH n USING (COVERING )?INDEX/)
    expect(plan.join('\n')).toContain('notice_validity_notice')
  })

  it('a number is looked up in both number indexes', () => {
    const plan = publicPlan(/e\.index_number = \? OR/).join('\n')
    expect(plan).toContain('edition_index_number')
    expect(plan).toContain('edition_document_number')
    expect(plan).not.toMatch(/^SCAN e/m)
  })

  it('search walks the full-text index from the newest row on, and sorts nothing', () => {
    const plan = publicPlan(/SELECT rowid AS id FROM search_entry/)
    expectHot(plan)
    expect(plan.join('\n')).toMatch(/SCAN search_entry VIRTUAL TABLE INDEX \d+:.*M/)
  })

  it('the initials pad walks its own index from the newest row on, and reads each title by its row', () => {
    const walk = publicPlan(/SELECT rowid FROM title_reading_entry/)
    expectHot(walk)
    expect(walk.join('\n')).toMatch(/SCAN title_reading_entry VIRTUAL TABLE INDEX \d+:.*M/)
    expectHot(
      publicPlan(/FROM title_reading r JOIN edition e ON e\.id = r\.edition_id WHERE r\.edition_id = \?/),
    )
    expect(publicPlan(/WHERE r\.version < \?/).join('\n')).toContain('title_reading_version')
  })

  it('a hit is read by its row', () => {
    expectHot(publicPlan(/AS content FROM edition e .* WHERE e\.id = \?/s))
  })
})

describe('what the desk asks', () => {
  it('a page of the archive comes off the index of what has gone and that of lives, and walks through no edition that hangs', () => {
    statements.length = 0
    storeOver(spied(database))
    const planned = (piece: RegExp) =>
      statements
        .filter((sql) => piece.test(sql))
        .flatMap(explain)
        .join('\n')
    const plan = planned(/UNION ALL.*retain_until < \$today/s)
    expect(plan).toMatch(/edition_gone/)
    expect(plan).toMatch(/edition_record_life/)
    expect(plan).not.toMatch(/SCAN e(?! USING)/)
    expect(planned(/SELECT DISTINCT substr\(publish_date/)).toMatch(/edition_gone_year/)
  })

  it('what has run out and must not leave the office comes off the index of its minutes', () => {
    statements.length = 0
    storeOver(spied(database))
    const plan = statements.filter((sql) => /r\.expires_at > \?/.test(sql)).flatMap(explain)
    expect(plan.join('\n')).toMatch(/edition_record_expiry/)
  })

  const questions: [string, () => unknown][] = [
    ['a notice', () => store.read.notice.byId('n1')],
    ['its files', () => store.read.attachment.ofNotice('n1')],
    ['its open submission', () => store.read.submission.open('n1')],
    ['its newest submission', () => store.read.submission.newest('n1')],
    ['its lists', () => store.read.noticeTable.ofNotice('n1')],
    ['what was done with a list', () => store.read.noticeTable.takings('t1')],
    ['values a list leaves out', () => store.read.noticeTable.removed(1)],
    ['searches of its files', () => store.read.noticeTable.searches('n1', 'a')],
    ['the policy of a kind of list', () => store.read.noticeTable.policy('LAND')],
    ['its history', () => store.read.audit.ofSubject('notice', 'n1')],
    ['a page of the log', () => store.read.audit.page(400, 100)],
    ['the list of notices', () => store.read.notice.page({ state: null, words: '' }, null, 50)],
    [
      'the list of notices in one state',
      () => store.read.notice.page({ state: 'DRAFT', words: '' }, null, 50),
    ],
    ['the waiting outbox', () => store.read.exchange.waiting()],
    ['the changes of a package', () => store.read.exchange.between(1, 9)],
    ['the numbers of the today page', () => store.read.duty.counts({}, MOMENT)],
    ['of one unit', () => store.read.duty.counts({ unitId: 'township', person: 'none' }, MOMENT)],
    [
      'the duties of the today page',
      () =>
        store.read.duty.page({ states: ['OVERDUE', 'DUE_SOON', 'OPEN'], to: '2026-12-01' }, MOMENT, null, 51),
    ],
    [
      'its next page',
      () => store.read.duty.page({ to: '2026-12-01' }, MOMENT, { due: '2026-11-02', id: 'd7' }, 51),
    ],
    ['how many are overdue', () => store.read.duty.count({ states: ['OVERDUE'] }, MOMENT)],
    [
      'a month of duties',
      () => store.read.duty.page({ from: '2026-11-01', to: '2026-11-30' }, MOMENT, null, 51),
    ],
    ['the history of a duty', () => store.read.duty.entries('d7')],
  ]

  it.each(questions)('%s: by an index', (_, ask) => {
    const plan = planOf(ask)
    expect(plan.length).toBeGreaterThan(0)
    // Ties of one instant are put in order among themselves; that is no sort of the table.
    expectHot(plan.filter((step) => !/LAST TERM|LAST \d+ TERMS/.test(step)))
  })

  it('the few remarks and referrals of a submission: by the submission, and the few submissions by the notice', () => {
    expect(planOf(() => store.read.submission.ofNotice('n1')).join('\n')).toContain('submission_notice')
    const remarks = planOf(() => store.read.review.remarks(['s-n1'])).join('\n')
    expect(remarks).toContain('submission_remark_of')
    expect(remarks).not.toMatch(/SCAN submission/)
    const referrals = planOf(() => store.read.review.referrals(['s-n1'])).join('\n')
    expect(referrals).toContain('submission_referral_of')
    expect(referrals).not.toMatch(/SCAN submission/)
  })

  it('the few decisions under the two-person exception: by their own index, whatever else was decided', () => {
    expect(planOf(() => store.read.submission.underException()).join('\n')).toContain(
      'submission_decision_exception',
    )
  })

  it('the few duties a notice closed: by the notice', () => {
    expect(planOf(() => store.read.duty.closedBy('n7')).join('\n')).toContain('duty_notice')
  })

  it('the few duties of an item in a unit: by both', () => {
    const plan = planOf(() => store.read.duty.page({ itemId: 'i7', unitId: 'township' }, MOMENT, null, 51))
    expect(plan.join('\n')).toMatch(/duty_item|duty_period/)
  })

  it('the first duties a change of the calendar moved: in the order of their new date', () => {
    expectHot(planOf(() => store.read.calendar.moved(1, 100)))
  })

  it('the newest event of the log: the last row, without looking at the others', () => {
    const sql = /order by .*"sequence" desc limit \?/
    expect(planOf(() => store.read.audit.newest())).toEqual(['SCAN audit_event'])
    expect(statements[0]).toMatch(sql)
  })

  it('what a package weighs: from its changes on, also by statistics that were taken while the office was a day old', () => {
    const opened = openDatabase(':memory:')
    if (!opened.ok) throw new Error(opened.code)
    const young = opened.value
    try {
      young.exec(`ANALYZE; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 VALUES ('outbox', NULL, '1'), ('edition', NULL, '1');
        ANALYZE sqlite_schema`)
      statements.length = 0
      const { exchange } = storeOver(spied(young)).read
      exchange.weigh([1])
      const weighing = statements.filter((sql) => sql.includes('json_each(?) chosen CROSS JOIN'))
      expect(weighing).toHaveLength(3)
      for (const sql of weighing) {
        const places = Array.from({ length: sql.split('?').length - 1 }, () => '[1]')
        const plan = young.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...places) as { detail: string }[]
        const text = plan.map(({ detail }) => detail).join('\n')
        expect(text).not.toMatch(/SCAN [oe]\b/)
        expect(text).toMatch(/SEARCH o USING INTEGER PRIMARY KEY/)
        expect(text).toMatch(/SEARCH e USING INTEGER PRIMARY KEY/)
      }
    } finally {
      young.close()
    }
  })

  it('the rule bites: a question without an index is caught', () => {
    expect(() => expectHot(['SCAN notice', 'USE TEMP B-TREE FOR ORDER BY'])).toThrow()
  })
})
