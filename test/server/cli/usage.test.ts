import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell
beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

describe('wrong usage of the board command', () => {
  it.each([
    ['no folder', ['check'], null],
    ['an unknown command', ['publish-everything'], null],
    ['an unknown option', ['check', '--force'], undefined],
    ['an unknown state', ['notice', 'list', '--state', 'GONE'], undefined],
    ['no person', ['export'], undefined],
    ['a language that is not there', ['check', '--lang', 'fr'], undefined],
    ['a missing file name', ['restore'], undefined],
    ['nothing to print', ['print', '--to', 'a.pdf'], undefined],
    ['nowhere to print to', ['print', '--notice', 'n'], undefined],
    ['two things to print', ['print', 'e', '--notice', 'n', '--to', 'a.pdf'], undefined],
    ['a layout of one language', ['print', '--notice', 'n', '--to', 'a.pdf', '--layout', 'pair'], undefined],
    [
      'a language nobody publishes in',
      ['print', '--notice', 'n', '--to', 'a.pdf', '--language', 'fr'],
      undefined,
    ],
  ] as const)('ends with 2 for %s', async (_what, words, data) => {
    const ran = await shell.board(words, data === undefined ? {} : { data })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('命令写法不对：')
    expect(ran.out).toBe('')
  })

  it('ends with 2 when there is no command at all, and shows what there is', async () => {
    const ran = await shell.board([], { data: null })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('catalogue')
  })
})

describe('the help of the board command', () => {
  it.each([
    [['--help'], '检查数据库、操作记录、附件和报送包'],
    [['notice', '--help'], '撤下一条信息，留下说明'],
    [['backup', '--help', '--lang', 'en'], 'Back up the whole data folder'],
  ])('ends with 0: %s', async (words, sentence) => {
    const ran = await shell.board(words, { data: null })
    expect(ran.code).toBe(0)
    expect(ran.out).toContain(sentence)
    expect(ran.out).not.toMatch(/cli:/)
  })
})

describe('a refusal', () => {
  it('ends with 1, says why on stderr and gives the code in JSON', async () => {
    const ran = await shell.board(['check', '--json'])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toEqual({ ok: false, code: 'office.not-set-up', params: {} })
    expect(ran.err).toBe('本单位还没有完成首次设置，暂不对外显示。\n')
  })

  it('speaks English when asked to', async () => {
    const ran = await shell.board(['restore', '/nowhere', '--lang', 'en'])
    expect(ran.err).toMatch(/backup/i)
    expect(ran.out).toBe('')
  })

  it('does not make a board out of a mistyped folder', async () => {
    await shell.board(['notice', 'list'])
    expect(existsSync(shell.data)).toBe(false)
  })

  it('of an unexpected kind still ends with 1 and a code', async () => {
    const ran = await shell.board(['package', 'verify', shell.folder, '--json'], { data: null })
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false })
  })
})

describe('the sentences of the command line', () => {
  type Texts = { readonly [key: string]: string | Texts }
  const read = (language: string): Texts =>
    JSON.parse(
      readFileSync(new URL(`../../../locales/${language}/cli.json`, import.meta.url), 'utf8'),
    ) as Texts
  const keys = (texts: Texts, prefix = ''): string[] =>
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [`${prefix}${key} ${(text.match(/\{\{\w+\}\}/g) ?? []).toSorted().join()}`]
        : keys(text, `${prefix}${key}.`),
    )

  it('are the same set, with the same values in them, in both languages', () => {
    expect(keys(read('en'))).toEqual(keys(read('zh-Hans')))
  })
})
