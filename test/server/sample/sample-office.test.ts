import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { storeOver, type Store } from '../../../db/store.ts'
import { diffVersions } from '../../../domain/catalogue/catalogue-diff.ts'
import { dutyState, momentOf } from '../../../domain/duty/duty-state.ts'
import type { DutyState } from '../../../domain/duty/duty.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { Block } from '../../../domain/notice/body.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { NOTICE_KINDS } from '../../../domain/notice/notice-kind.ts'
import { checkUscc } from '../../../domain/office/uscc.ts'
import { calendarOf } from '../../../server/duty/calendar/calendar-of.ts'
import { upkeepNeeded } from '../../../server/duty/plan-digest.ts'
import { verifyPackage } from '../../../sealed/verify-package.ts'
import { matterStanding } from '../../../server/matter/matter-standing.ts'
import { seriesList } from '../../../server/notice/convention/number-series.ts'
import { noticeValidity } from '../../../server/notice/convention/validity.ts'
import { loadSampleOffice } from '../../../server/sample/load-sample.ts'
import { REPEALED, REPLACEMENT_TITLE } from '../../../server/sample/notices-changed.ts'
import { PUBLISHED_NOTICES } from '../../../server/sample/sample-notices.ts'
import { sampleBody } from '../../../server/sample/sample-notice.ts'
import { SAMPLE_OFFICE, SAMPLE_UNITS } from '../../../server/sample/sample-office.ts'
import { publicLists } from '../../../server/register/public-views.ts'
import { undisclosedDue } from '../../../server/register/undisclosed-views.ts'

let root: string
let folder: string
let store: Store
let contents: PublicContent[]
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sample-'))
  folder = join(root, 'data')
  expect(await loadSampleOffice(folder)).toMatchObject({
    ok: true,
    value: { published: 66, password: 'yunxi-2026' },
  })
  const opened = openDatabase(join(folder, 'board.sqlite3'))
  if (!opened.ok) return expect.fail(opened.code)
  store = storeOver(opened.value)
  contents = [...store.read.edition.all()].map((edition) => JSON.parse(edition.content) as PublicContent)
})
afterAll(async () => {
  store.close()
  await rm(root, { recursive: true, force: true })
})

describe('the sample office', () => {
  it('belongs to no real region and has a valid code', () => {
    expect(checkUscc(SAMPLE_OFFICE.uscc)).toEqual({ ok: true, value: SAMPLE_OFFICE.uscc })
    expect(SAMPLE_OFFICE.uscc.slice(2, 8)).toBe('990000')
  })

  it('has the states notices stand in on a working day, superseded editions and tombstones', () => {
    expect(Object.fromEntries(store.read.notice.counts())).toEqual({
      DRAFT: 2,
      IN_REVIEW: 1,
      REFERRED: 1,
      RETURNED: 1,
      SCHEDULED: 1,
      PUBLISHED: 66,
      WITHDRAWN: 2,
    })
    const states = [...store.read.edition.all()].map((edition) => edition.state)
    expect(states.filter((state) => state === 'SUPERSEDED')).toHaveLength(2)
    expect(states.filter((state) => state === 'WITHDRAWN')).toHaveLength(2)
  })

  it('shows many kinds of notice, of the government, the villages and the Party branch', () => {
    expect(new Set(contents.map((content) => content.noticeKind)).size).toBeGreaterThanOrEqual(11)
    expect(new Set(store.read.edition.groups().map((group) => group.regime))).toEqual(
      new Set(['GOV', 'VILLAGE', 'PARTY']),
    )
    for (const { noticeKind } of contents) expect(NOTICE_KINDS).toContain(noticeKind)
  })

  it('was written by one person and decided by two others, all year up to 2026-11-20', () => {
    expect(store.read.audit.firstBroken()).toBeNull()
    const newest = store.read.audit.newest()?.at ?? ''
    expect(newest.slice(0, 10)).toBe('2026-11-20')
    const dates = [...store.read.edition.all()].map((edition) => edition.publishDate)
    expect(dates).toEqual(dates.toSorted())
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(10)
  })

  it('finds its words, as short as two characters', () => {
    for (const word of ['低保', '公开', '防汛', '廉租住房', '三公', '点题公开', '保密审查']) {
      expect(store.read.public.countHits(word), word).toBeGreaterThan(0)
    }
  })

  it('has texts that are complete: no empty body, an ending, nothing left to fill in', () => {
    for (const content of contents) {
      const text = bodyText(content.body)
      expect(text.length, content.title).toBeGreaterThan(80)
      expect(text, content.title).not.toMatch(/待补充|XX|××|TODO/)
    }
  })

  it('holds a package that proves', async () => {
    const [name] = readdirSync(join(folder, 'packages'))
    const proof = await verifyPackage(join(folder, 'packages', name ?? ''))
    expect(proof).toMatchObject({ ok: true, value: { counts: { withdrawals: 1, attachments: 1 } } })
  })

  it('is not loaded over a board, nor into a folder that holds something else', async () => {
    expect(await loadSampleOffice(folder)).toMatchObject({ code: 'office.already-set-up' })
    const other = join(root, 'other')
    mkdirSync(other)
    writeFileSync(join(other, '照片.jpg'), 'x')
    expect(await loadSampleOffice(other)).toMatchObject({ code: 'backup.target-exists' })
    expect(readdirSync(other)).toEqual(['照片.jpg'])
    expect(existsSync(`${other}.loading`)).toBe(false)
  })
})

describe('the duties of the sample office on Monday 23 November 2026', () => {
  const calendar = () => calendarOf(store.read)
  const moment = () => momentOf('2026-11-23', '2026-11-23T01:42:00.000Z', calendar())
  const duties = () => store.read.duty.page({}, moment(), null, 500)
  const states = () => Map.groupBy(duties(), (duty) => dutyState(duty, moment()))
  const namesOf = (state: DutyState) =>
    (states().get(state) ?? []).map(({ title, period, event, due }) => [title, period || event, due])

  it('are those of a well-kept office: one overdue, one due today, three within three working days', () => {
    expect(namesOf('OVERDUE')).toEqual([['财务管理 / 月度财务收支', '2026-10', '2026-11-16']])
    expect(namesOf('DUE_SOON')).toEqual([
      ['公共服务 / 养老服务补贴', '2026年第四季度高龄津贴名册审核完成', '2026-11-23'],
      ['工程建设 / 招标投标结果', '2026年第3批农村公路养护工程', '2026-11-24'],
      ['云溪镇冬季清洁取暖补贴实施办法（试行）', '', '2026-11-25'],
      ['村务管理 / 宅基地审批', '2026年第二批宅基地申请', '2026-11-26'],
    ])
  })

  it('stand in most ways a duty can stand', () => {
    const standing = [...states().keys()].toSorted()
    expect(standing).toEqual(['DONE', 'DONE_LATE', 'DUE_SOON', 'NIL_REPORTED', 'OPEN', 'OVERDUE'].toSorted())
    expect(states().get('DONE_LATE')).toHaveLength(1)
    expect(new Set(duties().map(({ kind }) => kind)).size).toBe(6)
    expect(new Set(duties().map(({ closing }) => closing?.kind))).toEqual(
      new Set(['PUBLISHED', 'NIL', 'CHECKED', undefined]),
    )
  })

  it('reach beyond the calendar on record, and say there that they are provisional', () => {
    for (const { due, provisional, closing, title } of duties()) {
      if (closing === null) expect(provisional, `${title} ${due}`).toBe(due > '2026-12-24')
    }
    expect(duties().filter(({ provisional }) => provisional).length).toBeGreaterThan(10)
  })

  it('need no upkeep when the office is opened that morning', () => {
    expect(upkeepNeeded(store, moment().now)).toBe(false)
  })
})

describe('the catalogues and registers of the sample office', () => {
  it('are approved and filed, with a former version to compare and a next one in work', () => {
    const [township] = store.read.catalogue.list().filter(({ regime }) => regime === 'GOV')
    const versions = store.read.catalogue.versions(township?.id ?? '')
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [3, 'DRAFT'],
      [2, 'FILED'],
      [1, 'FILED'],
    ])
    const [, second, first] = versions.map((version) => store.read.catalogue.versionItems(version))
    const diff = diffVersions(first ?? [], second ?? [])
    expect([diff.added.length, diff.changed.length, diff.removed.length]).toEqual([1, 1, 0])
    const regimes = store.read.catalogue.list().map(({ regime, version }) => [regime, version.state])
    expect(new Map(regimes as [string, string][])).toEqual(
      new Map([
        ['GOV', 'FILED'],
        ['VILLAGE', 'APPROVED'],
        ['PARTY', 'APPROVED'],
      ]),
    )
  })

  it('belong to units that each have a board', () => {
    const boards = new Set(store.read.unit.boards().map(({ unitId }) => unitId))
    const units = store.read.unit.list().filter(({ kind }) => kind !== 'TOWNSHIP')
    expect(units.map(({ kind }) => kind)).toEqual(SAMPLE_UNITS.map(({ kind }) => kind))
    for (const { id, name } of units) expect(boards.has(id), name).toBe(true)
  })

  it('hold a policy with its interpretation, two undisclosed matters, and a public list that has changed once', () => {
    const pairs = [...store.read.edition.all()].filter(({ content }) => 'interprets' in JSON.parse(content))
    expect(pairs).toHaveLength(1)
    expect(undisclosedDue(store.read, '2026-11-23')).toMatchObject({ dueSoon: 1, overdue: 0 })
    const [list] = publicLists(store.read, '2026-11-23').lists
    expect(list).toMatchObject({ name: '云溪镇收费项目清单', rowCount: 4 })
    expect(store.read.list.changeSets(list?.id ?? '')).toHaveLength(2)
  })
})

describe('what happens to notices in the sample office', () => {
  const editionOf = (title: string) =>
    [...store.read.edition.all()].find((edition) => edition.title === title)

  it('lets a decision and an opinion go through three reviews, up to the leader', () => {
    const kinds = ['DECISION', 'OPINION'] as const
    expect(store.read.review.chains().map(({ noticeKind }) => noticeKind)).toEqual(kinds)
    const decided = contents.filter(({ noticeKind }) => kinds.some((kind) => kind === noticeKind))
    expect(decided).toHaveLength(2)
    for (const { title } of decided) {
      const submissionId = editionOf(title)?.submissionId ?? ''
      const given = store.read.submission
        .decisions([submissionId])
        .toSorted((one, other) => one.at.localeCompare(other.at))
      expect(
        given.map(({ kind }) => kind),
        title,
      ).toEqual(['REVIEW', 'SECRECY_REVIEW', 'LEGALITY_REVIEW', 'LEADER_APPROVAL'])
    }
  })

  it('says of a next edition that it corrects, and of another that it updates', () => {
    const changes = contents.flatMap(({ change }) => (change ? [change.kind] : []))
    expect(changes.toSorted()).toEqual(['CORRECTION', 'UPDATE'])
  })

  it('leaves one sheet on the wall to be taken down, and one notice to be published on Monday at ten', () => {
    expect(store.read.recall.open()).toHaveLength(1)
    expect(store.read.schedule.standing().map(({ publishAt }) => publishAt)).toEqual([
      '2026-11-23T02:00:00.000Z',
    ])
  })

  it('prints nothing of a list that must not be seen, and masks the names', () => {
    const list = contents.find(({ title }) => title.includes('高龄津贴发放名单'))
    const text = list ? bodyText(list.body) : ''
    expect(text).toContain('欧阳**')
    expect(text).not.toMatch(/990000|6222|玉英|长生/)
  })

  it('holds an English text that somebody has read', () => {
    const [translated] = contents.filter(({ texts }) => texts !== undefined)
    const submissionId = editionOf(translated?.title ?? '')?.submissionId ?? ''
    const languages = store.read.submission.decisions([submissionId]).map(({ language }) => language)
    expect(languages).toContain('en')
  })

  it('gathers opinions of which one is unanswered, and has given feedback on those of a matter that is decided', () => {
    const standings = store.read.matter.list().flatMap((matter) => {
      const { links, consultations } = matterStanding(store.read, matter, '2026-11-23')
      return consultations.map(({ state, opinions, waiting }) => ({
        state,
        roles: links.map(({ role }) => role).toSorted(),
        merged: opinions.filter(({ mergedInto }) => mergedInto !== null).length,
        waiting: waiting.length,
      }))
    })
    expect(standings).toEqual([
      { state: 'OPEN', roles: ['DRAFT'], merged: 1, waiting: 1 },
      { state: 'RESULT_PUBLISHED', roles: ['ADOPTION', 'DECISION', 'DRAFT'], merged: 1, waiting: 0 },
    ])
  })

  it('has an emergency that is over, with every word of it reviewed afterwards', () => {
    const told = contents.filter(({ emergency }) => emergency)
    expect(told).toHaveLength(2)
    for (const { title } of told) {
      const decisions = store.read.submission.decisions([editionOf(title)?.submissionId ?? ''])
      expect(decisions.map(({ decision, afterTheFact }) => [decision, afterTheFact])).toEqual([
        ['APPROVED', true],
        ['APPROVED', true],
      ])
    }
  })

  it('explains gaps in the document numbers but for one, and repeals what a later document replaces', () => {
    const reader = { id: '', name: '', roles: [] }
    const [series] = seriesList(store.read, reader).series
    const open = series?.gaps.filter(({ explained }) => explained === null)
    expect(open).toEqual([{ from: 16, to: 17, explained: null }])
    const repealed = editionOf(REPEALED.title)?.noticeId ?? ''
    expect(noticeValidity(store.read, reader, repealed, '2026-11-23')).toMatchObject({
      value: { now: { validity: 'REPEALED' }, statements: [{ replacedBy: { title: REPLACEMENT_TITLE } }] },
    })
  })
})

/** The tables of a sample text as rows of cells. */
function tablesOf(text: string): string[][][] {
  const cellText = (blocks: readonly Block[]): string => bodyText({ type: 'doc', content: blocks })
  return sampleBody(text).content.flatMap((block) =>
    block.type === 'table'
      ? [block.content.map((row) => row.content.map((cell) => cellText(cell.content).trim()))]
      : [],
  )
}

const fen = (text: string): number => Math.round(Number(text) * 100)

describe('the figures of the sample office', () => {
  it.each(PUBLISHED_NOTICES.map((notice) => [notice.title, notice] as const))(
    'add up in %s',
    (_title, notice) => {
      for (const table of tablesOf(notice.text)) {
        let from = 1
        for (const [index, row] of table.entries()) {
          if (!(row[0] ?? '').endsWith('合计')) continue
          for (const [column, total] of row.entries()) {
            if (!/^-?\d+\.\d\d$/.test(total) || table[0]?.[column] === '结余') continue
            const parts = table.slice(from, index).map((part) => part[column] ?? '')
            expect(
              parts.reduce((sum, part) => sum + fen(part), 0),
              `${row[0]} ${column}`,
            ).toBe(fen(total))
          }
          from = index + 1
        }
      }
    },
  )

  it.each([
    ['河西村', 10],
    ['河东村', 9],
  ])('carry the balance of %s from line to line and from month to month', (village, months) => {
    const tables = PUBLISHED_NOTICES.filter(
      (notice) => notice.unit === village && notice.kind === 'FINANCE_TABLE',
    )
    expect(tables).toHaveLength(months)
    let carried: number | null = null
    for (const { title, text } of tables) {
      let balance = fen(/上月结余(\d+\.\d\d)元/.exec(text)?.[1] ?? '')
      if (carried !== null) expect(balance, title).toBe(carried)
      const [table] = tablesOf(text)
      for (const row of table?.slice(1, -1) ?? []) {
        balance += fen(row[3] || '0') - fen(row[4] || '0')
        expect(balance, `${title} ${row[2]}`).toBe(fen(row[5] ?? ''))
      }
      expect(fen(table?.at(-1)?.[5] ?? ''), title).toBe(balance)
      const [, bank, cash] = /银行存款(\d+\.\d\d)元、现金(\d+\.\d\d)元/.exec(text) ?? []
      expect(balance, title).toBe(fen(bank ?? '') + fen(cash ?? ''))
      carried = balance
    }
  })
})
