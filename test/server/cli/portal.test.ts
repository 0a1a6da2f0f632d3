import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell

beforeAll(async () => {
  shell = openShell()
  expect(await shell.json(['sample'])).toMatchObject({ ok: true })
})
afterAll(() => shell.remove())

describe('portals on the command line', () => {
  it('get a site, which is written again over an older one and nowhere else', async () => {
    const out = join(shell.folder, 'site')
    const words = ['site', '--as', '周敏', '--out', out]
    const written = await shell.json(words)
    expect(written).toMatchObject({ ok: true, out })
    expect(Number(written['notices'])).toBeGreaterThan(10)
    expect(await shell.json(words)).toMatchObject({ ok: true })
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('云溪镇')
    const refused = await shell.json(['site', '--as', '周敏', '--out', shell.data])
    expect(refused).toMatchObject({ ok: false, code: 'portal.folder-not-empty' })
  })

  it('get ledger, feed and metadata as files', async () => {
    for (const [name, begins] of [
      ['ledger', 'PK'],
      ['feed', '<?xml'],
      ['metadata', '<?xml'],
    ] as const) {
      const to = join(shell.folder, name)
      expect(await shell.json([name, '--to', to])).toMatchObject({ ok: true, file: to })
      expect(readFileSync(to, 'latin1').startsWith(begins)).toBe(true)
    }
    const nowhere = ['ledger', '--to', join(shell.folder, 'no-folder', 'l.xlsx')]
    expect(await shell.json(nowhere)).toMatchObject({ ok: false, code: 'package.destination-invalid' })
    const wrong = await shell.json(['feed', '--to', join(shell.folder, 'x'), '--base', 'ftp://x/'])
    expect(wrong).toMatchObject({ ok: false, code: 'request.invalid' })
  })

  it('compare a list and print numbers and rows, never a title or a name out of it', async () => {
    const list = join(shell.folder, '门户.csv')
    writeFileSync(list, '索引号,标题\nXX/1,王小明低保公示\n,\n"",身份证110101199003074514\n')
    const ran = await shell.board(['compare', '--list', list, '--json'])
    expect(ran.code).toBe(0)
    const found = JSON.parse(ran.out) as { counts: Record<string, number>; onlyThere: unknown[] }
    expect(found.onlyThere).toEqual([
      { sheet: '', row: 2 },
      { sheet: '', row: 4 },
    ])
    const plain = await shell.board(['compare', '--list', list, '--to', join(shell.folder, 'out.xlsx')])
    expect(plain.out).toContain('只在对方 2 条')
    for (const said of [ran.out, plain.out, ran.err, plain.err])
      expect(said).not.toMatch(/王小明|110101|低保/u)
    expect(readFileSync(join(shell.folder, 'out.xlsx'), 'latin1').startsWith('PK')).toBe(true)
  })

  it('say in words what differs, in the language asked for, while programs get codes', async () => {
    const list = join(shell.folder, '县里.csv')
    const words = ['compare', '--list', list]
    writeFileSync(list, '索引号,状态\nXX/1,正在公开\n')
    const [published = ''] = (await shell.json(words))['onlyHere'] as string[]
    writeFileSync(list, `索引号,状态\n${published},已撤下\n`)
    expect((await shell.json(words))['different']).toMatchObject([{ differences: ['WITHDRAWN_THERE'] }])
    const [zh, en] = [await shell.board(words), await shell.board([...words, '--lang', 'en'])]
    expect(zh.out).toContain('对方已撤下，本公开栏仍在公开  第 2 行')
    expect(en.out).toContain('Taken down there, still public here  Row 2')
    expect(zh.out + en.out).not.toMatch(/[A-Z]_[A-Z]|null|undefined/u)
  })
})
