import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { writeCsv } from '../../support/csv.ts'
import { openShell, type Ran, type Shell } from './run-board.ts'

let shell: Shell
beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

const VILLAGE = new URL('../../fixtures/data/catalogue-village.csv', import.meta.url).pathname

function file(name: string, content: string | Uint8Array): string {
  const path = join(shell.folder, name)
  writeFileSync(path, content)
  return path
}

async function dryRun(path: string, ...more: readonly string[]): Promise<Ran> {
  return shell.board(['catalogue', 'import', path, '--dry-run', ...more], { data: null, password: null })
}

/** A small file that unpacks to far more than its size. */
async function bomb(): Promise<Uint8Array> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('<workbook/>'), 'xl/workbook.xml')
  zip.addBuffer(Buffer.alloc(8 * 1024 * 1024), 'xl/worksheets/sheet1.xml')
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const HEADING = [
  '公开事项',
  '公开内容',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道',
  '公开对象',
  '公开方式',
  '电话',
]

describe('board catalogue import --dry-run', () => {
  it('prints the village catalogue in the fixed shape, without a board and without a person', async () => {
    const ran = await dryRun(VILLAGE, '--json')
    expect(ran).toMatchObject({ code: 0, err: '' })
    const { items, refused, ...others } = JSON.parse(ran.out) as {
      items: Record<string, unknown>[]
      refused: null
    }
    expect([refused, others]).toEqual([null, {}])
    expect(items).toHaveLength(5)
    expect(items[3]).toEqual({
      sheet: '',
      row: 5,
      itemLevel1: '政府部门对农(渔)业补贴',
      itemLevel2: '',
      itemLevel3: '',
      contentElements: [],
      legalBasis: '《中华人民共和国村民委员会组织法》',
      deadlineText: '每季度的首个月20日(集体财务往来较多的,财务收支情况应每月公布一次)',
      deadlineRule: { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
      displayPeriod: null,
      publishingUnit: '行政村',
      channels: ['村务公开栏', '政府网站'],
      audience: 'UNSTATED',
      disclosureMode: 'UNSTATED',
      levels: ['村级'],
      extra: {},
      warnings: ['公开时限另有条件，没有计入规则，请核对：集体财务往来较多的，财务收支情况应每月公布一次'],
    })
    expect(items.filter((item) => (item.warnings as string[]).length > 0)).toHaveLength(1)
    expect(existsSync(shell.data)).toBe(false)
  })

  it('warns of everything a clerk has to look at, in sentences', async () => {
    const path = file(
      '目录.csv',
      writeCsv([
        ['附件1'],
        HEADING,
        [
          '低保',
          '●名单●金额',
          '办法',
          '10个工作日内，公示7天',
          '镇政府',
          '村公示栏',
          '本村村民',
          '主动',
          '0990-0000000',
        ],
        ['救灾', '数量', '办法', '20个工作日内，每两个月更新', '同上', '村公示栏', '全社会', '视情况', ''],
        ['征地', '公告', '办法', '不少于30日', '县政府', '村公示栏', '全社会', '主动', ''],
        ['援助', '决定书', '办法', '适时', '司法所', '■精准推送', '申请人', '依申请', ''],
        ['其他', '', '', '', '镇政府', '政府网站', '', '', ''],
        ['注：本目录由党政办解释'],
      ]),
    )
    const { items } = JSON.parse((await dryRun(path, '--json')).out) as { items: Record<string, unknown>[] }
    expect(items[0]).toMatchObject({
      row: 3,
      contentElements: ['名单', '金额'],
      displayPeriod: { min: 7, unit: 'day' },
      extra: { 电话: '0990-0000000' },
    })
    expect(items.map(({ warnings }) => warnings)).toEqual([
      ['第1行没有作为事项读入：附件1'],
      [
        '这一格没有读懂，请核对原表：公开方式: 视情况',
        '“公开主体”空着或写着“同上”，沿用了上面一行的内容。',
        '公开时限有一部分没有读懂，请核对：每两个月更新',
      ],
      ['只写了公示期，没有写何时公开，请人工设定。'],
      ['公开时限没有读懂，请人工设定：适时', '只发给当事人，不会上公开栏、查询屏，也不进报送包。'],
      ['第8行没有作为事项读入：注：本目录由党政办解释', '没有写公开时限，请人工设定。'],
    ])
    const english = JSON.parse((await dryRun(path, '--json', '--lang', 'en')).out) as {
      items: Record<string, unknown>[]
    }
    expect(english.items[2]?.warnings).toEqual([
      'Only the display period is given, not when to publish; please set the deadline.',
    ])
  })

  it('prints no personal data: what the gate blocks comes out masked, and the row says so', async () => {
    const table = writeCsv([
      ['公开事项', '公开内容', '公开时限', '公开主体'],
      ['救助名单', '户主身份证99000019800229001X', '每月15日前', '河西村村民委员会'],
      ['救助政策', '条件和标准', '长期公开', '云溪镇人民政府'],
    ])
    for (const more of [[], ['--json']]) {
      const { out } = await dryRun(file('名单.csv', table), ...more)
      expect(out).not.toContain('99000019800229001X')
      expect(out.match(/这一行含有个人信息/g)).toHaveLength(1)
    }
  })

  it('tells people what was understood', async () => {
    const ran = await dryRun(VILLAGE)
    expect(ran.out).toContain('每季度的首个月20日 → 按季公开 · 下季度首月20日前')
    expect(ran.out).toContain('共读出 5 项，其中 1 项需要核对。没有导入任何内容。')
    expect(ran.out).not.toMatch(/cli:|terms:|\{\{/)
    const english = await dryRun(VILLAGE, '--lang', 'en')
    expect(english.out).toContain('5 items read, 1 of them to be checked. Nothing was imported.')
    expect(english.out).not.toMatch(/cli:|terms:|\{\{/)
  })

  it('does not change its mind from run to run', async () => {
    expect(await dryRun(VILLAGE, '--json')).toEqual(await dryRun(VILLAGE, '--json'))
    expect(readFileSync(VILLAGE, 'utf8')).toContain('每季度的首个月20日')
  })
})

describe('a file that is refused by a dry run', () => {
  const CONTENTS: Readonly<Record<string, Uint8Array | null>> = {
    'a letter': Buffer.from('关于做好政务公开工作的通知\n'),
    'an old workbook': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    'a damaged workbook': Buffer.from('PK\u0003\u0004 broken'),
    'a bomb': null,
  }

  it.each([
    ['a letter', 'catalogue.not-a-catalogue'],
    ['an old workbook', 'catalogue.file-type-unknown'],
    ['a damaged workbook', 'catalogue.file-damaged'],
    ['a bomb', 'catalogue.file-too-large'],
  ])('has no items, a code and a sentence, and ends with 1: %s', async (what, code) => {
    const ran = await dryRun(file('目录.xlsx', CONTENTS[what] ?? (await bomb())), '--json')
    expect(ran.code).toBe(1)
    const printed = JSON.parse(ran.out) as { items: unknown[]; refused: { code: string; message: string } }
    expect(printed).toEqual({ items: [], refused: { code, message: expect.any(String) } })
    expect(ran.err).toBe(`${printed.refused.message}\n`)
    expect(printed.refused.message).not.toContain('errors:')
  })

  it('says of an old workbook how to mend it', async () => {
    const ran = await dryRun(file('目录.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)))
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain('另存为 XLSX')
  })

  it('says when there is no such file', async () => {
    const ran = await dryRun(join(shell.folder, '没有.xlsx'), '--json')
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toEqual({
      items: [],
      refused: {
        code: 'catalogue.file-not-found',
        message: '没有这个文件：没有.xlsx。请核对文件名和所在文件夹。',
      },
    })
  })

  it('still needs folder and person without --dry-run', async () => {
    const ran = await shell.board(['catalogue', 'import', VILLAGE], { data: null })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('--data')
    expect((await shell.board(['catalogue', 'import', VILLAGE])).err).toContain('--as')
  })
})
