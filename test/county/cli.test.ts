import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { runCounty } from '../../county/cli/program.ts'
import { readCountyCard } from '../../sealed/card.ts'
import { openDownwardPackage } from '../../sealed/downward-package.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { must } from './support/county.ts'
import { officeSender, type OfficeSender } from './support/office-sender.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

describe('county on the command line', () => {
  let postgres: TestPostgres
  let folder: string
  let data: string
  let stick: string
  let url: string
  let office: OfficeSender
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'county-cli-'))
    data = join(folder, 'data')
    stick = join(folder, 'stick')
    mkdirSync(stick)
    url = await postgres.freshDatabase()
    office = officeSender(join(folder, 'office'))
    writeFileSync(join(stick, 'office-card.json'), office.card())
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (...words: string[]) => {
    let out = ''
    let err = ''
    const code = await runCounty([...words, '--data', data], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: { DATABASE_URL: url },
    })
    return { code, out, err, json: () => JSON.parse(out) as Record<string, unknown> }
  }
  const init = () => run('init', '--name', '示例县政务公开办公室', '--code', '990000', '--json')
  const enrol = () => run('enrol', join(stick, 'office-card.json'), '--out', stick, '--json')

  it('A county is set up, an office enrolled by its card, its package taken in and its receipt written on the stick', async () => {
    expect((await init()).code).toBe(0)
    const enrolled = await enrol()
    expect(enrolled.code).toBe(0)
    const card = must(readCountyCard(readFileSync(join(stick, `county-card-${office.uscc}.json`)))).document
    expect(card.office).toEqual({ uscc: office.uscc, keyId: office.key.keyId })
    const { file } = await office.send({
      editions: [office.edition(1, 1), office.edition(2, 2, { audience: 'INTERNAL' })],
      changes: { first: 1, last: 2 },
      recipients: [card.county.recipient],
    })
    const taken = await run('ingest', file, '--receipts', stick, '--json')
    expect(taken.json()).toMatchObject({
      ok: true,
      packages: [{ sequence: 1, outcome: 'TAKEN_IN', accepted: 1, rejected: 1, receipts: [1] }],
    })
    const name = `receipt-${office.uscc}-000001.json`
    const receipt = must(readReceipt(readFileSync(join(stick, name)))).document
    expect(receipt).toMatchObject({ number: 1, verdict: 'PARTLY_REJECTED' })
    const report = await run('report', '--json')
    expect(report.json()).toMatchObject({
      offices: [{ uscc: office.uscc, sequence: 1, missingFrom: null, editions: 1, rejected: 1 }],
    })
    rmSync(join(stick, name))
    expect((await run('receipt', '--office', office.uscc, '--out', stick)).code).toBe(0)
    expect(must(readReceipt(readFileSync(join(stick, name)))).document).toEqual(receipt)
  })

  it('The report counts as rejected what nothing accepted has made good, as the page does', async () => {
    await init()
    await enrol()
    const rejected = async () => {
      const report = (await run('report', '--json')).json() as { offices: { rejected: number }[] }
      return report.offices.map((one) => one.rejected)
    }
    const bad = office.edition(1, 1, { audience: 'INTERNAL' })
    await run('ingest', (await office.send({ editions: [bad], changes: { first: 1, last: 1 } })).file)
    expect(await rejected()).toEqual([1])
    const next = office.edition(1, 2, {}, 2)
    await run('ingest', (await office.send({ editions: [next], changes: { first: 2, last: 2 } })).file)
    expect(await rejected()).toEqual([0])
    expect((await run('report')).out).toContain('第 2 包，1 条，退回 0 条')
  })

  it('What the county sends down gets a version, a number for each office, and a seal', async () => {
    await init()
    await enrol()
    const table =
      '序号,公开事项（一级事项）,公开事项（二级事项）,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体\n1,最低生活保障,办事指南,条件,条例,长期公开,县民政局,网站\n'
    const file = join(folder, '社会救助.csv')
    writeFileSync(file, table)
    const send = () => run('send-down', '--all', '--catalogue', file, '--out', stick, '--json')
    expect((await send()).json()).toMatchObject({ packages: [{ office: office.uscc, sequence: 1 }] })
    await send()
    writeFileSync(file, table.replace('办事指南', '工作通知'))
    await send()
    const versions: number[] = []
    for (const name of readdirSync(stick)
      .filter((one) => one.startsWith('county-1'))
      .sort()) {
      const opened = must(await openDownwardPackage(join(stick, name)))
      versions.push(...opened.manifest.items.map(({ version }) => version))
      expect(opened.manifest.office.uscc).toBe(office.uscc)
      await opened.close()
    }
    expect(versions).toEqual([1, 1, 2])
    const told = await run('send-down', '--office', office.uscc, '--instruction', '请于月底前自查', '--json')
    expect(told.json()).toMatchObject({ packages: [{ sequence: 4 }] })
    expect((await run('send-down', '--all', '--json')).code).toBe(1)
  })

  it('Waiting for what an office’s packages lack can be given up, and the log says so', async () => {
    await init()
    await enrol()
    await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const early = await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } })
    expect((await run('ingest', early.file, '--json')).json()).toMatchObject({
      packages: [{ outcome: 'HELD' }],
    })
    const given = await run('give-up-waiting', '--office', office.uscc, '--json')
    expect([given.code, given.json()]).toEqual([0, { ok: true, sequences: [2] }])
    expect(readdirSync(join(data, 'waiting'))).toEqual([])
    const again = await run('give-up-waiting', '--office', office.uscc, '--lang', 'en')
    expect(again.out).toContain('0 held packages')
    const nobody = await run('give-up-waiting', '--office', '11990000000000009X', '--json')
    expect([nobody.code, nobody.json()]).toMatchObject([1, { code: 'enrolment.office-not-found' }])
  })

  it('An office is enrolled only where its county card can be written; a folder that is not there is made', async () => {
    await init()
    const card = join(stick, 'office-card.json')
    const nowhere = await run('enrol', card, '--out', join(card, 'cards'), '--json')
    expect([nowhere.code, nowhere.json()]).toMatchObject([
      1,
      { ok: false, code: 'package.destination-invalid' },
    ])
    const cards = join(stick, 'new', 'cards')
    expect((await run('enrol', card, '--out', cards, '--json')).code).toBe(0)
    expect(readdirSync(cards)).toEqual([`county-card-${office.uscc}.json`])
  })

  it('A refusal is a sentence and exit code 1, with --json its code; wrong usage is 2', async () => {
    const before = await run('report', '--json')
    expect(before.code).toBe(1)
    expect(before.json()).toMatchObject({ ok: false, code: 'county.not-set-up' })
    await init()
    expect(await init().then(({ code }) => code)).toBe(1)
    const unknown = await run('receipt', '--office', office.uscc, '--out', stick, '--json')
    expect(unknown.json()).toMatchObject({ code: 'enrolment.office-not-found' })
    const { file } = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const refused = await run('ingest', file, '--json')
    expect(refused.code).toBe(1)
    expect(refused.json()).toMatchObject({ ok: false, refused: [{ code: 'package.unknown-office' }] })
    expect((await run('ingest')).code).toBe(2)
    const revoked = await run('revoke', '--office', office.uscc, '--reason', '停用')
    expect(revoked.err).not.toBe('')
    for (const lang of ['zh-Hans', 'en']) {
      const help = await runHelp(lang)
      expect(help).not.toContain('cli:')
    }
  })

  it('A database from a backup is said loudly at the next command, and gets a new id', async () => {
    await init()
    const mark = join(data, 'instance.json')
    const known = JSON.parse(readFileSync(mark, 'utf8')) as { receipts: number }
    writeFileSync(mark, JSON.stringify({ ...known, receipts: 3 }))
    const report = await run('report')
    expect(report.code).toBe(0)
    expect(report.err).toContain('3')
    expect((await run('report')).err).toBe('')
    expect((await run('new-instance')).code).toBe(0)
  })
})

async function runHelp(lang: string): Promise<string> {
  let said = ''
  const commands = [
    'init',
    'enrol',
    'revoke',
    'ingest',
    'receipt',
    'send-down',
    'report',
    'new-instance',
    'give-up-waiting',
  ]
  for (const words of [[], ...commands.map((command) => [command])]) {
    await runCounty([...words, '--help', '--lang', lang], {
      out: (text) => (said += text),
      err: () => undefined,
      env: {},
    })
  }
  return said
}
