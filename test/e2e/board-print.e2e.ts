import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../db/open.ts'
import { readable } from '../../server/display/readable-text.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { openShell, type Ran, type Shell } from '../server/cli/run-board.ts'
import { readPdf } from '../support/pdf-geometry.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

// In order: first beside the running board, then with the board stopped.

const LAST_SENTENCE = '请提前做好准备。'

let board: RealBoard
let shell: Shell
let notice: NoticeDetail
let hash: string
let isRunning = false

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard()
  isRunning = true
  shell = openShell()
  const staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title: '停电检修通知',
    body: paragraphs('11月25日8时至18时河西村停电。', LAST_SENTENCE),
    catalogueItemId,
  })
  notice = await publishDraft(staff, id, revision)
  hash = notice.editions[0]?.hash ?? ''
})

test.afterAll(async () => {
  if (isRunning) await board.close()
  rmSync(board.dataFolder, { recursive: true, force: true })
  shell.remove()
})

function print(edition: string, out: string): Promise<Ran> {
  return shell.board(['print', edition, '--out', out, '--json'], { data: board.dataFolder })
}

/** The editions whose printing the log tells of, oldest first. */
function printsInLog(): readonly unknown[] {
  const opened = openDatabase(join(board.dataFolder, 'board.sqlite3'), { readonly: true })
  if (!opened.ok) throw new Error(opened.code)
  try {
    return opened.value
      .prepare("SELECT subject_id FROM audit_event WHERE action = 'notice.print' ORDER BY sequence")
      .pluck()
      .all()
  } finally {
    opened.value.close()
  }
}

async function expectPrinted(edition: string, name: string): Promise<void> {
  const out = join(shell.folder, name)
  const before = printsInLog()
  const ran = await print(edition, out)
  expect(ran.code, ran.err).toBe(0)
  expect(JSON.parse(ran.out)).toMatchObject({ ok: true, hash, pages: 1, file: out, template: 'PLAIN' })
  const pdf = await readPdf(readFileSync(out))
  expect(pdf.pages).toHaveLength(1)
  expect(pdf.text).toContain(readable(LAST_SENTENCE))
  expect(pdf.text).toContain(readable(notice.indexNumber ?? ''))
  expect(printsInLog()).toEqual([...before, hash])
}

async function expectUnknown(): Promise<void> {
  for (const edition of ['11990000000000001G/2026-99999', 'ab'.repeat(32)]) {
    const ran = await print(edition, join(shell.folder, 'unknown.pdf'))
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, code: 'notice.not-found' })
  }
}

test('prints by index number beside the running board, which goes on', async () => {
  await expectPrinted(notice.indexNumber ?? '', 'running-index.pdf')
  expect((await board.visitor.get('/api/public/home')).status).toBe(200)
})

test('prints by hash beside the running board, over an older file of that name', async () => {
  writeFileSync(join(shell.folder, 'running-hash.pdf'), 'old')
  await expectPrinted(hash, 'running-hash.pdf')
})

test('an unknown edition is refused beside the running board', expectUnknown)

test('prints by index number and by hash when no board runs, and leaves none running', async () => {
  await board.close()
  isRunning = false
  await expectPrinted(notice.indexNumber ?? '', 'stopped-index.pdf')
  // The second finds the folder free again.
  await expectPrinted(hash, 'stopped-hash.pdf')
})

test('an unknown edition is refused when no board runs', expectUnknown)
