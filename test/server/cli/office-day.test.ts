import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { PASSWORD, initOffice, openShell, type Shell } from './run-board.ts'

// One working day through the command line, in order: each test goes on where the one before stopped.

let shell: Shell
let word: string
let noticeId: string
let submissionHash: string
let indexNumber: string

async function writeWord(file: string, ...texts: string[]): Promise<void> {
  const document = new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] })
  writeFileSync(file, await Packer.toBuffer(document))
}

beforeAll(async () => {
  shell = openShell()
  word = join(shell.folder, '公示.docx')
  await initOffice(shell)
})
afterAll(() => shell.remove())

const as = (name: string): string[] => ['--as', name]

describe('a day at the command line', () => {
  it('sets an office up once only', async () => {
    const words = [
      'init',
      '--name',
      '别的单位',
      '--uscc',
      '11990000000000001G',
      '--region',
      '990000',
      '--administrator',
      '某人',
    ]
    expect(await shell.json(words)).toMatchObject({ ok: false, code: 'office.already-set-up' })
  })

  it('refuses a unified social credit code whose check digit is wrong', async () => {
    const words = [
      'init',
      '--name',
      '某单位',
      '--uscc',
      '119900000000000011',
      '--region',
      '990000',
      '--administrator',
      '某人',
    ]
    const ran = await shell.board([...words, '--json'], { data: join(shell.folder, 'other') })
    expect(JSON.parse(ran.out)).toMatchObject({ code: 'office.uscc-invalid' })
  })

  it('lets nobody act with a wrong password, or without one', async () => {
    expect(await shell.json(['export', ...as('周敏')], { password: 'guess' })).toMatchObject({
      code: 'trust.wrong-password',
    })
    expect(await shell.json(['export', ...as('周敏')], { password: null })).toMatchObject({
      code: 'trust.wrong-password',
    })
    expect(await shell.json(['export', ...as('不存在')])).toMatchObject({ code: 'office.account-not-found' })
  })

  it('takes the password from the standard input', async () => {
    const ran = await shell.json(['export', ...as('周敏')], { password: null, stdin: `${PASSWORD}\n` })
    expect(ran).toMatchObject({ code: 'package.nothing-to-export' })
  })

  let item: string
  it.each(['catalogue-village.csv', 'catalogue-farm-funds.xlsx', 'catalogue-social-assistance.xlsx'])(
    'imports %s and writes it out so that it reads the same again',
    async (name) => {
      const file = fileURLToPath(new URL(`../../fixtures/data/${name}`, import.meta.url))
      const imported = await shell.json(['catalogue', 'import', file, ...as('周敏')])
      expect(imported).toMatchObject({ ok: true })
      const [{ id, itemCount }] = imported['catalogues'] as [{ id: string; itemCount: number }]
      expect(itemCount).toBeGreaterThan(0)
      const out = join(shell.folder, `${name}.out.csv`)
      expect((await shell.board(['catalogue', 'export', '--id', id, '--out', out])).code).toBe(0)
      const again = await shell.json(['catalogue', 'import', out, ...as('周敏')])
      expect(again).toMatchObject({
        ...{ ok: true, catalogues: [{ id, itemCount }], notes: imported['notes'] },
        diffs: [{ outcome: 'UNCHANGED' }],
      })
      const first = await shell.json(['catalogue', 'export', '--id', id])
      const [{ id: secondId }] = again['catalogues'] as [{ id: string }]
      expect((await shell.json(['catalogue', 'export', '--id', secondId]))['csv']).toBe(first['csv'])
      const opened = openDatabase(join(shell.data, 'board.sqlite3'), { readonly: true })
      if (!opened.ok) return expect.fail(opened.code)
      item = opened.value.prepare('SELECT id FROM catalogue_item LIMIT 1').pluck().get() as string
      opened.value.close()
    },
  )

  it('refuses to write over a file', async () => {
    const out = join(shell.folder, 'catalogue-village.csv.out.csv')
    const ran = await shell.board(['catalogue', 'export', '--out', out])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('没有办成：')
  })

  it('stops a resident identity number at submission and never prints it', async () => {
    const secret = '99000019800229001X'
    await writeWord(word, '关于补助对象的公示', `户主身份证号${secret}，联系电话13800000000。`)
    const ran = await shell.board([
      'notice',
      'import',
      word,
      ...as('周敏'),
      '--item',
      item,
      '--submit',
      '--json',
    ])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ code: 'notice.privacy-hit' })
    const seen = [ran, await shell.board(['notice', 'list']), await shell.board(['notice', 'list', '--json'])]
    const [{ id }] = (await shell.json(['notice', 'list']))['items'] as [{ id: string }]
    seen.push(await shell.board(['notice', 'show', id]), await shell.board(['notice', 'show', id, '--json']))
    for (const { out, err } of seen) {
      expect(out + err).not.toContain('补助对象')
      expect(out + err).not.toContain(secret)
      expect(out + err).not.toContain('13800000000')
    }
  })

  it('drafts a notice from a Word file and hands it in', async () => {
    await writeWord(word, '关于停电检修的通知', '定于2026年11月25日8时至18时停电检修。', '请提前做好准备。')
    const words = ['notice', 'import', word, ...as('周敏'), '--item', item, '--kind', 'NOTIFICATION']
    const done = await shell.json([
      ...words,
      '--number',
      '云政发[2026]第05号',
      '--date',
      '2026-11-19',
      '--submit',
    ])
    expect(done).toMatchObject({ ok: true })
    noticeId = String(done['noticeId'])
    submissionHash = String(done['submissionHash'])
    expect(submissionHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('does not publish what nobody has reviewed', async () => {
    expect(await shell.json(['notice', 'publish', noticeId, ...as('周敏')])).toMatchObject({
      code: 'notice.wrong-state',
    })
  })

  it('keeps four eyes: not the author, not one person twice, not by another role', async () => {
    const decide = ['notice', 'decide', noticeId, '--hash', submissionHash, '--kind']
    expect((await shell.json([...decide, 'REVIEW', ...as('周敏')])).ok).toBe(false)
    expect((await shell.json([...decide, 'SECRECY_REVIEW', ...as('韩立')])).ok).toBe(false)
    expect(await shell.json([...decide, 'REVIEW', ...as('韩立')])).toMatchObject({
      ok: true,
      state: 'IN_REVIEW',
    })
    expect((await shell.json([...decide, 'SECRECY_REVIEW', ...as('韩立')])).ok).toBe(false)
    expect(
      await shell.json([
        'notice',
        'decide',
        noticeId,
        '--hash',
        'ab'.repeat(32),
        '--kind',
        'SECRECY_REVIEW',
        ...as('王芳'),
      ]),
    ).toMatchObject({
      code: 'notice.submission-changed',
    })
    expect(await shell.json([...decide, 'SECRECY_REVIEW', ...as('王芳')])).toMatchObject({
      ok: true,
      state: 'APPROVED',
    })
  })

  it('publishes, lists and shows what is public', async () => {
    const published = await shell.json(['notice', 'publish', noticeId, ...as('周敏')])
    expect(published).toMatchObject({ ok: true, hash: submissionHash, editionNumber: 1 })
    indexNumber = String(published['indexNumber'])
    expect(indexNumber).toBe('11990000000000001G/2026-00001')
    const listed = await shell.board(['notice', 'list', '--state', 'PUBLISHED'])
    expect(listed.out).toContain('关于停电检修的通知')
    const shown = await shell.board(['notice', 'show', indexNumber])
    expect(shown.out).toContain('请提前做好准备。')
    expect(shown.out).toContain('状态：已发布')
    for (const name of ['周敏', '韩立', '王芳']) expect(listed.out + shown.out).not.toContain(name)
  })

  it('exports a package that proves, and finds one flipped byte in the copy on the stick', async () => {
    const stick = join(shell.folder, 'stick')
    mkdirSync(stick)
    const exported = await shell.json(['export', ...as('周敏'), '--out', stick])
    expect(exported).toMatchObject({ ok: true, sequence: 1, editions: 1, withdrawals: 0 })
    const file = String(exported['file'])
    expect(await shell.json(['package', 'verify', file])).toMatchObject({
      ok: true,
      proof: { keyTrusted: true },
    })
    expect(await shell.json(['package', 'verify', file], { data: null })).toMatchObject({
      ok: true,
      proof: { keyTrusted: null },
    })
    expect(
      await shell.json(['package', 'verify', file, '--key', 'ab'.repeat(32)], { data: null }),
    ).toMatchObject({
      code: 'package.unknown-key',
    })
    const mistyped = join(shell.folder, 'mistyped')
    expect(await shell.json(['package', 'verify', file], { data: mistyped })).toMatchObject({
      code: 'office.not-set-up',
    })
    expect(existsSync(mistyped)).toBe(false)
    const bytes = readFileSync(file)
    bytes[700] = (bytes[700] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const broken = await shell.board(['package', 'verify', file])
    expect(broken.code).toBe(1)
    expect(broken.err).toMatch(/第 0 至 1024 字节（records\/editions\.ndjson）/)
    expect(await shell.json(['package', 'verify', join(stick, 'none.zip')])).toMatchObject({
      code: 'package.not-found',
    })
  })

  it('takes a notice down with a reason, and tells the county', async () => {
    const words = [
      'notice',
      'withdraw',
      indexNumber,
      ...as('周敏'),
      '--reason',
      'EXPIRED',
      '--note',
      '检修已结束。',
    ]
    expect((await shell.board(words)).code).toBe(0)
    expect((await shell.json(words)).ok).toBe(false)
    expect(await shell.json(['export', ...as('周敏')])).toMatchObject({
      ok: true,
      sequence: 2,
      editions: 0,
      withdrawals: 1,
    })
  })

  it('backs up, checks and restores', async () => {
    const backup = join(shell.folder, 'backup')
    const restored = join(shell.folder, 'restored')
    const made = await shell.board(['backup', backup])
    expect(made.out).toContain('签名密钥')
    expect(readdirSync(join(backup, 'packages'))).toHaveLength(2)
    expect(await shell.json(['backup', backup])).toMatchObject({ code: 'backup.target-exists' })
    expect((await shell.board(['restore', backup], { data: restored })).code).toBe(0)
    expect((await shell.board(['check'], { data: restored })).out).toContain('检查通过')
    expect(await shell.json(['restore', backup], { data: restored })).toMatchObject({
      code: 'backup.target-exists',
    })
    expect((await shell.json(['check'])).ok).toBe(true)
  })

  it('says something for every line it prints', async () => {
    for (const words of [
      ['check'],
      ['notice', 'list'],
      ['notice', 'show', noticeId],
      ['catalogue', 'export'],
    ]) {
      expect((await shell.board(words)).out).not.toMatch(/cli:|terms:|\{\{/)
    }
  })
})
