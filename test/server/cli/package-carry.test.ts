import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantCounty } from '../../support/county-card-row.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { openShell, type Shell } from './run-board.ts'

let board: TestBoard
let shell: Shell
let staff: Staff
let there: { data: string }
let stick: string

beforeAll(async () => {
  shell = openShell()
  board = openTestBoard()
  there = { data: board.dataFolder }
  stick = join(shell.folder, 'stick')
  mkdirSync(stick)
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = { title: '停电通知', body: paragraphs('请提前做好准备。'), catalogueItemId }
  const { id, revision } = await writeDraft(staff.handler, draft)
  await publishDraft(staff, id, revision)
  await plantCounty(board.deps, board.deps.store.read.office.accountByName('周敏')?.id ?? '')
})

afterAll(() => {
  board.close()
  shell.remove()
})

const carriages = () =>
  board.deps.store.read.carriage
    .all()
    .map(({ sequence, carrier, place, person }) => [sequence, carrier, place, person])

describe('packages at the command line', () => {
  it('are not written at all when the folder for the copy is not there', async () => {
    const words = ['export', '--as', '周敏', '--out', join(shell.folder, 'no-stick')]
    expect(await shell.json(words, there)).toMatchObject({ ok: false, code: 'package.destination-invalid' })
    expect(board.deps.store.read.exchange.newestPackage()).toBeUndefined()
    expect(board.deps.store.read.exchange.waiting()).toHaveLength(1)
  })

  it('are written, encrypted, copied to a stick and proved there, and who carries them is noted', async () => {
    const words = ['export', '--as', '周敏', '--out', stick, '--person', '张伟']
    const exported = await shell.json(words, there)
    expect(exported).toMatchObject({ ok: true, sequence: 1, editions: 1, changes: { first: 1, last: 1 } })
    expect(readdirSync(stick)).toEqual([expect.stringMatching(/-000001\.zip\.age$/)])
    expect(carriages()).toEqual([[1, 'FOLDER', stick, '张伟']])
    const file = String(exported['file'])
    expect(await shell.json(['package', 'verify', file], there)).toMatchObject({
      ok: true,
      proof: { keyTrusted: true, changes: { first: 1, last: 1, heldBack: 0 } },
    })
    expect(await shell.json(['package', 'verify', file], { data: null })).toMatchObject({
      code: 'package.cannot-decrypt',
    })
  })

  it('are copied once more when a stick was lost, and not to a folder that is not there', async () => {
    const other = join(shell.folder, 'other')
    const carry = ['package', 'carry', '1', '--as', '周敏', '--out', other]
    expect(await shell.json(carry, there)).toMatchObject({ code: 'package.destination-invalid' })
    mkdirSync(other)
    const carried = await shell.json(carry, there)
    expect(readFileSync(String(carried['file']))).toEqual(
      readFileSync(join(stick, readdirSync(stick)[0] ?? '')),
    )
    expect(carriages()).toHaveLength(2)
    expect(await shell.json([...carry.slice(0, 2), '9', ...carry.slice(3)], there)).toMatchObject({
      code: 'package.not-found',
    })
  })

  it('carry everything again with --whole', async () => {
    expect(await shell.json(['export', '--as', '周敏'], there)).toMatchObject({
      code: 'package.nothing-to-export',
    })
    expect(await shell.json(['export', '--as', '周敏', '--whole'], there)).toMatchObject({
      ok: true,
      sequence: 2,
      changes: { first: 1, last: 1, reason: 'SNAPSHOT' },
    })
  })

  it('may be copied from the desk to folders that are set here', async () => {
    const words = ['carriage-folder', '--as', '周敏']
    expect((await shell.board(words, there)).out).toContain('没有设置文件夹')
    expect(await shell.json([...words, '--add', stick], there)).toMatchObject({ folders: [{ path: stick }] })
    expect(await shell.json([...words, '--remove', stick], there)).toMatchObject({ folders: [] })
  })

  it('start over after the database was given another id, which only an administrator does', async () => {
    const words = ['new-instance', '--reason', 'COUNTY_AHEAD', '--as']
    expect(await shell.json([...words, '周敏'], there)).toMatchObject({ code: 'trust.role-missing' })
    const former = board.deps.store.read.office.instance()?.id
    expect(await shell.json([...words, '陈静'], there)).toMatchObject({ ok: true, former })
    expect(await shell.json(['export', '--as', '周敏'], there)).toMatchObject({
      code: 'office.restored-unconfirmed',
    })
    expect((await shell.json(['check'], there)).ok).toBe(true)
  })
})
