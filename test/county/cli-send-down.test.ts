import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCounty } from '../../county/cli/program.ts'
import { openDownwardPackage } from '../../sealed/downward-package.ts'
import { oneJson } from '../support/one-json.ts'
import { must } from './support/county.ts'
import { officeSender, type OfficeSender } from './support/office-sender.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

const CATALOGUE =
  '序号,公开事项（一级事项）,公开事项（二级事项）,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体\n1,最低生活保障,办事指南,条件,条例,长期公开,县民政局,网站\n'
const CALENDAR = '日期,类别,名称\n2027-01-01,放假,元旦\n'

describe('what the county sends down from the command line', () => {
  let postgres: TestPostgres
  let folder: string
  let url: string
  let offices: readonly OfficeSender[]
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'county-down-'))
    mkdirSync(at('stick'))
    url = await postgres.freshDatabase()
    offices = [
      officeSender(at('office-1')),
      officeSender(at('office-2'), '11990000000000002E', '示例县河西镇人民政府'),
    ]
    await run('init', '--name', '示例县政务公开办公室', '--code', '990000')
    for (const [index, office] of offices.entries()) {
      const card = file(`card-${String(index)}.json`, office.card())
      expect((await run('enrol', card, '--out', at('cards'))).code).toBe(0)
    }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const at = (name: string) => join(folder, name)
  const file = (name: string, text: string) => {
    writeFileSync(at(name), text)
    return at(name)
  }
  const run = async (...words: string[]) => {
    let out = ''
    let err = ''
    const code = await runCounty([...words, '--data', at('data')], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: { DATABASE_URL: url },
    })
    return { code, out, err }
  }
  /** The number of the package that would come next: one that was refused took none. */
  const nextNumber = async () => {
    const told = await run('send-down', '--all', '--instruction', '请自查', '--json')
    return (oneJson(told.out)['packages'] as readonly { readonly sequence: number }[])[0]?.sequence
  }

  it.each([
    [
      'a calendar with a day that does not exist',
      '--calendar',
      '2027.csv',
      '2027-02-30,放假,春节',
      'calendar.date-invalid',
      '2027-02-30',
    ],
    ['a calendar that is none', '--calendar', 'letter.csv', '您好', 'calendar.not-a-calendar', 'letter.csv'],
    [
      'a dictionary with a word twice',
      '--dictionary',
      'words.csv',
      '词语\n帐号\n帐号',
      'wording.entry-invalid',
      '第 3 行',
    ],
    [
      'a dictionary that is none',
      '--dictionary',
      'other.csv',
      '甲,乙\n一,二',
      'wording.not-a-dictionary',
      'other.csv',
    ],
    [
      'a catalogue that is none',
      '--catalogue',
      'other.csv',
      '甲,乙\n一,二',
      'catalogue.not-a-catalogue',
      'other.csv',
    ],
  ])(
    'refuses %s with the place and the reason before anything is signed',
    async (_, option, name, text, code, place) => {
      const words = ['send-down', '--all', option, file(name, text), '--out', at('stick')]
      const key = option === '--dictionary' ? ['--key', 'MISWRITING'] : []
      const refused = await run(...words, ...key, '--json')
      expect([refused.code, oneJson(refused.out)]).toMatchObject([
        1,
        { ok: false, code, params: { file: name } },
      ])
      expect(refused.err).toContain(name)
      expect(refused.err).toContain(place)
      expect(readdirSync(at('stick'))).toEqual([])
      expect(await nextNumber()).toBe(1)
    },
  )

  it('refuses a title or a name that would go to several items, and one that goes to none', async () => {
    const calendar = ['--calendar', file('2027.csv', CALENDAR)]
    const both = ['send-down', '--all', '--catalogue', file('c.csv', CATALOGUE), ...calendar]
    const cases = [
      [...both, '--title', '放假安排'],
      [...both, '--key', '2027'],
      ['send-down', '--all', '--instruction', '请自查', '--key', 'x'],
      ['send-down', '--all', ...calendar, '--due', '2026-12-31'],
      ['send-down', '--all', '--office', '11990000000000001G', ...calendar],
    ]
    for (const words of cases) {
      const refused = await run(...words, '--json')
      expect([refused.code, oneJson(refused.out)]).toMatchObject([2, { code: 'request.invalid' }])
    }
    expect((await run(...both, '--title', 'x')).err).toContain('请逐份下发')
    expect(await nextNumber()).toBe(1)
  })

  it('goes to every office that is believed, and says which are left out', async () => {
    const [first, second] = offices
    await run('revoke', '--office', second?.uscc ?? '', '--reason', '电脑遗失')
    const words = ['send-down', '--calendar', file('2027.csv', CALENDAR), '--title', '2027年放假安排']
    const sent = await run(...words, '--all', '--json')
    expect(oneJson(sent.out)).toMatchObject({ packages: [{ office: first?.uscc }], leftOut: [second?.uscc] })
    expect((oneJson(sent.out)['packages'] as unknown[]).length).toBe(1)
    expect((await run(...words, '--all')).out).toContain('示例县河西镇人民政府：密钥已停用，没有下发。')
    const asked = await run(...words, '--office', second?.uscc ?? '', '--json')
    expect([asked.code, oneJson(asked.out)]).toMatchObject([1, { code: 'enrolment.revoked' }])
  })

  it('lies whole on the stick, over what a pulled stick left there', async () => {
    const name = `county-${offices[0]?.uscc ?? ''}-000001.zip`
    const words = ['send-down', '--all', '--calendar', file('2027.csv', CALENDAR), '--out', at('stick')]
    file(`stick/${name}.partial`, 'half')
    const sent = oneJson((await run(...words, '--json')).out)
    const packages = sent['packages'] as readonly { readonly fileName: string; readonly written: string }[]
    expect(readdirSync(at('stick')).sort()).toEqual(packages.map(({ fileName }) => fileName).sort())
    const opened = must(await openDownwardPackage(packages[0]?.written ?? ''))
    expect(opened.manifest.items).toMatchObject([{ kind: 'CALENDAR', key: '2027', version: 1 }])
    await opened.close()
  })

  it('says which package is not on the stick and that the county has it', async () => {
    const words = ['send-down', '--office', offices[0]?.uscc ?? '', '--instruction', '请自查']
    const first = oneJson((await run(...words, '--out', at('stick'), '--json')).out)
    const [{ fileName } = { fileName: '' }] = first['packages'] as readonly { readonly fileName: string }[]
    // The name of the next package is taken by a folder.
    mkdirSync(at(`stick/${fileName.replace('1.zip', '2.zip')}`))
    const told = await run(...words, '--out', at('stick'), '--json')
    expect(oneJson(told.out)).toMatchObject({
      ok: false,
      packages: [{ sequence: 2, written: null, code: 'package.destination-invalid' }],
    })
  })
})
