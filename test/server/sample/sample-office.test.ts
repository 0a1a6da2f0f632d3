import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { storeOver, type Store } from '../../../db/store.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { Block } from '../../../domain/notice/body.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { NOTICE_KINDS } from '../../../domain/notice/notice-kind.ts'
import { checkUscc } from '../../../domain/office/uscc.ts'
import { verifyPackage } from '../../../server/exchange/verify-package.ts'
import { FINANCE } from '../../../server/sample/notices-finance.ts'
import { VILLAGE_NOTICES } from '../../../server/sample/notices-village.ts'
import { loadSampleOffice } from '../../../server/sample/load-sample.ts'
import { sampleBody } from '../../../server/sample/sample-notice.ts'
import { SAMPLE_OFFICE } from '../../../server/sample/sample-office.ts'

let root: string
let folder: string
let store: Store
let contents: PublicContent[]
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sample-'))
  folder = join(root, 'data')
  expect(await loadSampleOffice(folder)).toMatchObject({
    ok: true,
    value: { published: 28, password: 'yunxi-2026' },
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

  it('has every state a notice can be in, a superseded edition and a tombstone', () => {
    expect(Object.fromEntries(store.read.notice.counts())).toEqual({
      DRAFT: 2,
      IN_REVIEW: 1,
      RETURNED: 1,
      PUBLISHED: 28,
      WITHDRAWN: 1,
    })
    const states = [...store.read.edition.all()].map((edition) => edition.state)
    expect(states.filter((state) => state === 'SUPERSEDED')).toHaveLength(1)
    expect(states.filter((state) => state === 'WITHDRAWN')).toHaveLength(1)
  })

  it('shows many kinds of notice, government and village', () => {
    expect(new Set(contents.map((content) => content.noticeKind)).size).toBeGreaterThanOrEqual(11)
    expect(new Set(store.read.edition.groups().map((group) => group.regime))).toEqual(
      new Set(['GOV', 'VILLAGE']),
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
  it.each([...FINANCE, ...VILLAGE_NOTICES].map((notice) => [notice.title, notice] as const))(
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

  it('carry the balance of the village account from line to line', () => {
    const finance = VILLAGE_NOTICES.find((notice) => notice.kind === 'FINANCE_TABLE')
    const [table] = tablesOf(finance?.text ?? '')
    let balance = fen('186420.35')
    for (const row of table?.slice(1, -1) ?? []) {
      balance += fen(row[3] || '0') - fen(row[4] || '0')
      expect(balance, row[2]).toBe(fen(row[5] ?? ''))
    }
    expect(balance).toBe(fen('197600.00') + fen('1132.25'))
  })
})
