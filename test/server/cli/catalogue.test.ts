import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalogueFile } from '../../../platform/table/read-catalogue-file.ts'
import { approveVersion, submitVersion } from '../../../server/catalogue/versions.ts'
import { createDeps } from '../../../server/create-deps.ts'
import { upkeepIdle } from '../../../server/duty/upkeep.ts'
import { FIRST, fixture, table } from '../catalogue/catalogue-file.ts'
import { initOffice, openShell, type Shell } from './run-board.ts'

let shell: Shell
let first: string
let second: string
let id: string
const as = ['--as', '周敏']

beforeAll(async () => {
  shell = openShell()
  await initOffice(shell)
  first = join(shell.folder, '云溪镇政务公开目录.csv')
  second = join(shell.folder, '2027年云溪镇政务公开目录.csv')
  writeFileSync(first, table(...FIRST))
  const [row, ...others] = FIRST
  writeFileSync(
    second,
    table([row[0], row[1], row[2], '即时公开'], ...others.slice(1), ['表彰', '评选', '结果', '']),
  )
  const imported = await shell.json(['catalogue', 'import', first, ...as])
  id = (imported['catalogues'] as { id: string }[])[0]?.id ?? ''
})
afterAll(() => shell.remove())

/** Approves the version under way, as two people do at the desk. */
async function approve(): Promise<void> {
  const created = createDeps(shell.data)
  if (!created.ok) throw new Error(created.code)
  const deps = created.value
  const person = (name: string) => deps.store.read.office.accountByName(name) ?? { id: '', name, roles: [] }
  const version = deps.store.read.catalogue.openVersions()[0]?.id ?? ''
  expect(submitVersion(deps, person('周敏'), version).ok).toBe(true)
  expect(approveVersion(deps, person('韩立'), version).ok).toBe(true)
  await upkeepIdle(deps)
  await deps.work.close()
  deps.store.close()
}

describe('catalogues at the command line', () => {
  it('a file imported again changes nothing and says so', async () => {
    const again = await shell.board(['catalogue', 'import', first, ...as])
    expect([again.code, again.out]).toEqual([0, `“云溪镇政务公开目录”没有变化，没有新建版本。编号 ${id}\n`])
  })

  it('a file shows what it would change before it is imported', async () => {
    const shown = await shell.board(['catalogue', 'diff', second])
    expect(shown.out.split('\n')).toEqual([
      '“云溪镇政务公开目录”：新增 1 条，变更 1 条，取消 1 条，未变 1 条。',
      '+ 表彰/评选',
      expect.stringMatching(/^~ 机构信息\/机构职能（公开时限、.+）$/),
      '- 财政预决算/政府预算',
      '',
    ])
    expect(shown.out).not.toMatch(/cli:|desk:|catalogue:/)
  })

  it('a new issue becomes the next version once the first is approved', async () => {
    await approve()
    const taken = await shell.json(['catalogue', 'import', second, '--into', id, ...as])
    expect(taken).toMatchObject({ ok: true, diffs: [{ outcome: 'NEW_VERSION', catalogueId: id }] })
    const between = await shell.json(['catalogue', 'diff', '2'])
    expect(between).toMatchObject({
      diffs: [{ catalogueId: id, from: 1, to: 2, diff: { unchanged: 1, added: [{ itemLevel1: '表彰' }] } }],
    })
    const back = await shell.json(['catalogue', 'diff', '1', '--with', '2', '--id', id])
    expect(back).toMatchObject({ diffs: [{ from: 2, to: 1, diff: { removed: [{ itemLevel1: '表彰' }] } }] })
  })

  it("any version is exported, as a workbook in the county's columns or as CSV in those of the standard", async () => {
    const out = join(shell.folder, '第1版.xlsx')
    const written = await shell.json(['catalogue', 'export', '--version', '1', '--out', out])
    expect(written).toEqual({ ok: true, file: out, items: 3 })
    const read = await readCatalogueFile({ bytes: readFileSync(out), fileName: '第1版.xlsx' })
    expect(read.ok && read.value[0]?.rows.map(({ itemLevel2 }) => itemLevel2)).toEqual([
      ...['机构职能', '政府预算', '临时救助'],
    ])
    expect(read.ok && read.value[0]?.columns.map(({ label }) => label)).toEqual([
      ...['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体'],
    ])
    const csv = await shell.json(['catalogue', 'export', '--version', '2'])
    expect(csv['csv']).toContain('表彰,评选')
    expect((await shell.board(['catalogue', 'export', '--version', '1', '--out', out])).code).toBe(1)
  })

  it.each([
    [['export', '--id', 'nothing'], 'catalogue.not-found'],
    [['export', '--version', '9'], 'catalogue.version-not-found'],
    [['diff', '9'], 'catalogue.version-not-found'],
    [['diff', '1', '--with', 'x'], 'catalogue.version-not-found'],
    [['diff', '1', '--id', 'nothing'], 'catalogue.not-found'],
    [['import', 'FIRST', '--into', 'nothing', ...as], 'catalogue.not-found'],
    [['import', '没有.xlsx', ...as], 'catalogue.file-not-found'],
    [['diff', '没有.xlsx'], 'catalogue.file-not-found'],
  ])('%j is refused', async (words, code) => {
    const ran = await shell.json(['catalogue', ...words.map((word) => (word === 'FIRST' ? first : word))])
    expect(ran).toMatchObject({ ok: false, code })
  })

  it('one workbook holds one catalogue, and a file goes only into one of its regime', async () => {
    const village = join(shell.folder, '村务.csv')
    writeFileSync(village, fixture('catalogue-village.csv'))
    const wrong = await shell.json(['catalogue', 'import', village, '--into', id, ...as])
    expect(wrong).toMatchObject({ ok: false, code: 'catalogue.regime-mismatch' })
    await shell.json(['catalogue', 'import', village, ...as])
    const out = join(shell.folder, 'all.xlsx')
    expect(await shell.json(['catalogue', 'export', '--out', out])).toMatchObject({
      ok: false,
      code: 'request.invalid',
      params: { field: '--id' },
    })
    expect(await shell.json(['catalogue', 'diff', '1'])).toMatchObject({
      ok: false,
      code: 'catalogue.not-found',
    })
  })
})
