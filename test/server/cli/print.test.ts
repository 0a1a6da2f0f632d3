import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'
import { openShell, type Ran, type Shell } from './run-board.ts'

// Refusals only: a sheet that comes out needs the built screens and a browser, see test/e2e/board-print.e2e.ts.

let board: TestBoard
let shell: Shell
let index: string

beforeAll(async () => {
  board = openTestBoard()
  shell = openShell()
  const staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const body = paragraphs('11月25日河西村停电。')
  const { id, revision } = await writeDraft(staff.handler, { title: '停电检修通知', body, catalogueItemId })
  index = (await publishDraft(staff, id, revision)).indexNumber ?? ''
})
afterAll(() => {
  board.close()
  shell.remove()
})

function print(edition: string, out: string, ...words: string[]): Promise<Ran> {
  return shell.board(['print', edition, '--out', out, ...words], { data: board.dataFolder })
}
const printed = () => board.deps.store.read.audit.newest()?.action === 'notice.print'

describe('board print refuses', () => {
  it('a template that is not there, or is no sheet of a notice', async () => {
    const to = join(shell.folder, '公示.pdf')
    for (const [template, code] of [
      ['none', 'template.not-found'],
      ['REVIEW_SLIP', 'template.wrong-form'],
    ] as const) {
      const ran = await shell.board(
        ['print', '--notice', index, '--template', template, '--to', to, '--json'],
        {
          data: board.dataFolder,
        },
      )
      expect([ran.code, JSON.parse(ran.out)]).toMatchObject([1, { code }])
    }
  })

  it('a language the notice is not written in', async () => {
    const words = ['print', '--notice', index, '--language', 'mn-Mong', '--layout', 'joined']
    const ran = await shell.board([...words, '--to', join(shell.folder, 'a.pdf'), '--json'], {
      data: board.dataFolder,
    })
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, code: 'notice.text-not-there' })
  })

  it('an edition nobody published, whether its folder is there or not', async () => {
    for (const edition of ['11990000000000001G/2026-99999', 'ab'.repeat(32)]) {
      const ran = await print(edition, join(shell.folder, 'missing', '公示.pdf'), '--json')
      expect(ran.code).toBe(1)
      expect(JSON.parse(ran.out)).toMatchObject({ ok: false, code: 'notice.not-found' })
    }
    expect(printed()).toBe(false)
  })

  it.each([
    ['a folder that is not there', 'missing/公示.pdf'],
    ['a file where its folder should be', 'file/公示.pdf'],
    ['a folder that has its name', 'folder'],
  ])('%s, with a sentence and before a browser is started', async (_, name) => {
    mkdirSync(join(shell.folder, 'folder'), { recursive: true })
    writeFileSync(join(shell.folder, 'file'), '')
    const before = readdirSync(shell.folder)
    const out = join(shell.folder, name)
    const ran = await print(index, out, '--json')
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toEqual({
      ok: false,
      code: 'print.target-unwritable',
      params: { file: out },
    })
    expect(ran.err).toBe(
      `无法保存到 ${out}，未打印。请检查所在文件夹是否存在、是否允许写入，或换一个位置。\n`,
    )
    const english = await print(index, out, '--lang', 'en')
    expect(english.err).toContain('nothing was printed')
    expect(english.err).not.toMatch(/ENOENT|ENOTDIR|EISDIR/)
    expect(readdirSync(shell.folder)).toEqual(before)
    expect(existsSync(join(board.dataFolder, 'server.json'))).toBe(false)
    expect(printed()).toBe(false)
  })
})
