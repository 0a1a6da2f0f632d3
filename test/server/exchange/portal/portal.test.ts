import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { SaxesParser } from 'saxes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCarriageFolder, endCarriageFolder } from '../../../../server/exchange/carriage-folder.ts'
import { nameOf } from '../../../../server/exchange/portal/feed.ts'
import { xmlText } from '../../../../server/exchange/portal/xml-text.ts'
import type {
  PortalComparisonView,
  PortalSiteJobView,
  PortalSiteView,
} from '../../../../server/exchange/portal/views.ts'
import type { DrivesView } from '../../../../server/exchange/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../../support/edition-flow.ts'
import { paragraphs } from '../../../support/publish-flow.ts'

let flow: EditionFlow
let folder: string
/** Where drives are mounted. */
let media: string

beforeEach(async () => {
  media = mkdtempSync(join(tmpdir(), 'board-media-'))
  const stickRoots = () =>
    Promise.resolve(readdirSync(media).map((name) => ({ path: join(media, name), name })))
  flow = await openEditionFlow({ stickRoots })
  folder = mkdtempSync(join(tmpdir(), 'board-portal-'))
})
afterEach(() => {
  flow.board.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(media, { recursive: true, force: true })
})

type Element = {
  readonly name: string
  readonly attributes: Record<string, string>
  text: string
  readonly inside: Element[]
}

/** Reads XML with a strict parser that knows name spaces; whatever is not well formed throws. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', inside: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element: Element = {
      name: `${uri} ${local}`,
      attributes: Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value])),
      text: '',
      inside: [],
    }
    open.at(-1)?.inside.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [whole] = root.inside
  if (!whole) throw new Error('there is a root element')
  return whole
}

const ATOM = 'http://www.w3.org/2005/Atom'
const TOMB = 'http://purl.org/atompub/tombstones/1.0'
const part = (element: Element, name: string) => element.inside.find((one) => one.name === name)
const all = (element: Element, name: string) => element.inside.filter((one) => one.name === name)
const textIn = async (path: string): Promise<string> =>
  (await flow.staff.handler.raw('GET', `/api/desk/portal/${path}`)).text()

describe('the Atom feed', () => {
  it('has what RFC 4287 asks of a feed and of each entry, newest first', async () => {
    const first = await flow.publish({ title: '第一条<b>&' })
    await flow.publish({ title: '第二条', body: paragraphs('全文如下。') })
    const feed = parsed(await textIn('feed.atom'))
    expect(feed.name).toBe(`${ATOM} feed`)
    for (const name of ['id', 'title', 'updated', 'author'])
      expect(all(feed, `${ATOM} ${name}`)).toHaveLength(1)
    const entries = all(feed, `${ATOM} entry`)
    expect(entries.map((entry) => part(entry, `${ATOM} title`)?.text)).toEqual(['第二条', '第一条<b>&'])
    for (const entry of entries) {
      expect(part(entry, `${ATOM} id`)?.text).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
      )
      expect(part(entry, `${ATOM} updated`)?.text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u)
      expect(part(entry, `${ATOM} link`)?.attributes).toMatchObject({ rel: 'alternate' })
    }
    expect(new Set(entries.map((entry) => part(entry, `${ATOM} id`)?.text)).size).toBe(2)
    expect(first.indexNumber).not.toBeNull()
  })

  it('gives a corrected notice its own name again, and the instant of the correction', async () => {
    const { id } = await flow.publish()
    const before = all(parsed(await textIn('feed.atom')), `${ATOM} entry`)[0]
    flow.board.clock.set('2026-12-01T02:00:00.000Z')
    await flow.publishNext(id, { body: paragraphs('更正后的内容。') })
    const [after, ...others] = all(parsed(await textIn('feed.atom')), `${ATOM} entry`)
    if (!before || !after) throw new Error('both feeds have an entry')
    expect(others).toEqual([])
    expect(part(after, `${ATOM} id`)?.text).toBe(part(before, `${ATOM} id`)?.text)
    expect(part(after, `${ATOM} updated`)?.text.slice(0, 10)).toBe('2026-12-01')
    expect(part(after, `${ATOM} published`)?.text).toBe(part(before, `${ATOM} updated`)?.text)
  })

  it('tells of a withdrawn notice as a deleted entry without its title, and nothing of what is held back', async () => {
    const { id } = await flow.publish({ title: '撤下的标题', body: paragraphs('撤下的内容。') })
    const before = all(parsed(await textIn('feed.atom')), `${ATOM} entry`)[0]
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
    const xml = await textIn('feed.atom')
    const feed = parsed(xml)
    expect(all(feed, `${ATOM} entry`)).toEqual([])
    const [gone] = all(feed, `${TOMB} deleted-entry`)
    expect(gone?.attributes['ref']).toBe(before && part(before, `${ATOM} id`)?.text)
    expect(xml).not.toContain('撤下的')
    flow.board.deps.store.database.exec(`UPDATE catalogue_row SET disclosure_scope = 'LIMITED_CIRCLE'`)
    expect(all(parsed(await textIn('feed.atom')), `${TOMB} deleted-entry`)).toEqual([])
  })

  it('leaves out signs that XML has no place for', () => {
    expect(xmlText('a<b\u0007\u0000\ufffe𠮷\ud800"')).toBe('a&lt;b𠮷\ufffd&quot;')
  })

  it('names things by RFC 4122, version 5', () => {
    // The name space of URLs; worked out with Python's uuid.uuid5.
    expect(nameOf('https://example.org/')).toBe('urn:uuid:527dda32-a0de-5105-a042-cb475b5f7d11')
  })

  it('leads to the address the pages stand under, and takes nothing else for one', async () => {
    await flow.publish()
    const base = encodeURIComponent('https://www.example.gov.cn/yunxi/')
    expect(await textIn(`feed.atom?base=${base}`)).toContain(
      'href="https://www.example.gov.cn/yunxi/site/notices/',
    )
    const refused = await flow.staff.handler.get<Refused>(`/api/desk/portal/feed.atom?base=javascript:1`)
    expect(refused.body.code).toBe('request.invalid')
  })
})

describe('the core metadata', () => {
  it('have the six mandatory elements of every notice that stands, and say that their names were not checked', async () => {
    await flow.publish({ keywords: ['停电', '检修'] })
    const xml = await textIn('metadata.xml')
    expect(xml).toMatch(/<!-- .*未与 GB\/T 21063\.3-2007 标准原文核对/u)
    const set = parsed(xml)
    expect(set.attributes['verified']).toBe('false')
    const [resource] = set.inside
    const elements = Object.fromEntries(
      (resource?.inside ?? []).map(({ attributes, text }) => [attributes['id'] ?? '', text]),
    )
    for (const id of ['title', 'abstract', 'provider', 'category', 'identifier', 'metadataIdentifier']) {
      expect(elements[id], id).not.toBe('')
    }
    expect(elements).toMatchObject({
      title: '停电检修通知',
      keywords: '停电;检修',
      publishDate: expect.stringMatching(/^\d{4}-/u) as string,
    })
  })

  it('come board by board', async () => {
    await flow.publish()
    expect(parsed(await textIn('metadata.xml?board=VILLAGE')).inside).toHaveLength(1)
    expect(parsed(await textIn('metadata.xml?board=PARTY')).inside).toHaveLength(0)
  })
})

describe('the ledger', () => {
  it('has a sheet a catalogue in its own columns, and what stays of withdrawn notices on the last', async () => {
    const { indexNumber } = await flow.publish({
      title: '=1+1',
      documentNumber: '云政发〔2026〕5号',
      documentDate: '2026-11-20',
    })
    const gone = await flow.publish({ title: '撤下的一条' })
    await flow.withdraw(gone.id, { reason: 'PUBLISHED_IN_ERROR', hideTitle: true, editionNumber: 1 })
    const response = await flow.staff.handler.raw('GET', '/api/desk/portal/ledger.xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    expect(workbook.worksheets).toHaveLength(2)
    const [sheet, withdrawn] = workbook.worksheets
    const cells = (row: number) => ((sheet?.getRow(row).values ?? []) as unknown[]).slice(1).map(String)
    const heading = cells(2)
    expect(heading.join()).toContain('索引号')
    expect(heading.join()).toContain('公开')
    const line = Object.fromEntries(heading.map((label, at) => [label, cells(3)[at]]))
    expect(line).toMatchObject({
      索引号: indexNumber,
      标题: '=1+1',
      文号: '云政发〔2026〕5号',
      成文日期: '2026-11-20',
      状态: '正在公开',
    })
    expect(sheet?.getCell(3, heading.indexOf('标题') + 1).type).toBe(ExcelJS.ValueType.String)
    expect(withdrawn?.getRow(3).getCell(2).text).toBe(gone.indexNumber)
    expect(withdrawn?.getRow(3).getCell(3).text).toBe('标题不公开')
    expect(JSON.stringify(workbook.model)).not.toContain('撤下的一条')
  })
})

describe('the comparison with the list of a portal', () => {
  const compare = (name: string, bytes: Uint8Array, path = 'compare') =>
    flow.staff.handler.upload<PortalComparisonView & Refused>(`/api/desk/portal/${path}`, name, bytes)
  const csv = (...rows: string[]) => new TextEncoder().encode(rows.join('\n'))

  it('tells what is only here, only there, different, and what could not be compared', async () => {
    const same = await flow.publish({ title: '两边一样' })
    const other = await flow.publish({ title: '这边的标题' })
    const here = await flow.publish({ title: '只在这边' })
    const gone = await flow.publish({ title: '已撤下' })
    await flow.withdraw(gone.id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
    const answer = await compare(
      '门户.csv',
      csv(
        '信息索引号,信息名称,发布日期',
        `${same.indexNumber ?? ''},两边一样,`,
        `${other.indexNumber ?? ''},那边的标题,`,
        `${gone.indexNumber ?? ''},已撤下,`,
        'XX/2026-1,只在那边,2026-11-20',
        ',,2026-11-20',
      ),
    )
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const { body } = answer
    expect(body.counts).toEqual({
      own: 3,
      listed: 4,
      same: 1,
      onlyHere: 1,
      onlyThere: 1,
      different: 2,
      uncertain: 0,
      unreadable: 1,
    })
    expect(body.onlyHere[0]?.indexNumber).toBe(here.indexNumber)
    expect(body.different.map(({ differences }) => differences)).toEqual([['TITLE'], ['STILL_LISTED']])
    expect(body.unreadable).toMatchObject([{ row: 6, reason: 'NOTHING_TO_FIND_IT_BY' }])
    expect(body.columns).toEqual({
      indexNumber: '信息索引号',
      title: '信息名称',
      date: '发布日期',
      documentNumber: null,
      state: null,
    })
  })

  it('agrees with a list that marks what was taken down, and finds what it took down alone', async () => {
    const here = await flow.publish({ title: '还在这边' })
    const gone = await flow.publish({ title: '已撤下' })
    await flow.withdraw(gone.id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
    const list = csv(
      '索引号,标题,状态',
      `${here.indexNumber ?? ''},还在这边,已撤下`,
      `${gone.indexNumber ?? ''},已撤下,已撤下`,
    )
    const { body } = await compare('门户.csv', list)
    expect(body.counts).toMatchObject({ own: 1, listed: 2, same: 1, different: 1, onlyHere: 0, onlyThere: 0 })
    expect(body.different).toMatchObject([
      { own: { indexNumber: here.indexNumber }, differences: ['WITHDRAWN_THERE'] },
    ])
    const form = new FormData()
    form.set('file', new File([list], '门户.csv'))
    const response = await flow.staff.handler.raw('POST', '/api/desk/portal/compare.xlsx', { body: form })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const text = JSON.stringify(workbook.worksheets[1]?.getSheetValues())
    expect(text).toContain('对方已撤下，本公开栏仍在公开')
  })

  it('comes as a workbook that says what to do about each', async () => {
    await flow.publish({ title: '只在这边' })
    const form = new FormData()
    form.set('file', new File([csv('索引号,标题', 'XX/1,=cmd()')], '门户.csv'))
    const response = await flow.staff.handler.raw('POST', '/api/desk/portal/compare.xlsx', { body: form })
    expect(response.status).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const text = JSON.stringify(workbook.worksheets[1]?.getSheetValues())
    for (const said of ['只在本公开栏', '请查是否已报送', '只在对方清单', '=cmd()', '第 2 行'])
      expect(text).toContain(said)
    expect(text).not.toContain('formula')
  })

  it('refuses what has no heading to find a notice by', async () => {
    const answer = await compare('照片.csv', csv('甲,乙', '1,2'))
    expect(answer.body.code).toBe('portal.list-unreadable')
    expect((await compare('x.json', csv('{"a":1'))).body.code).toBe('portal.list-unreadable')
  })
})

describe('the site at the desk', () => {
  const view = async () => (await flow.staff.handler.get<PortalSiteView>('/api/desk/portal/site')).body.job
  async function ended(): Promise<PortalSiteJobView> {
    for (;;) {
      const job = await view()
      if (job && job.state !== 'RUNNING') return job
      await setImmediate()
    }
  }

  it('is written as a ZIP that is fetched when it is done', async () => {
    await flow.publish({ title: '停电检修通知' })
    expect(await view()).toBeNull()
    const started = await flow.staff.handler.post<PortalSiteJobView>('/api/desk/portal/site', { kind: 'ZIP' })
    expect(started.status, JSON.stringify(started.body)).toBe(200)
    const job = await ended()
    expect(job).toMatchObject({ state: 'DONE', done: 1, total: 1, counts: { notices: 1 } })
    const response = await flow.staff.handler.raw('GET', '/api/desk/portal/site/file')
    expect(response.status).toBe(200)
    const zip = join(folder, 'site.zip')
    writeFileSync(zip, Buffer.from(await response.arrayBuffer()))
    const { execFileSync } = await import('node:child_process')
    execFileSync('unzip', ['-q', zip, '-d', folder])
    // Proved by a program that knows nothing of ours.
    execFileSync('sha256sum', ['-c', '--quiet', 'site/SHA256SUMS.txt'], { cwd: folder })
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('停电检修通知')
    expect(statSync(zip).size).toBeGreaterThan(1000)
  })

  const begin = (to: object) => flow.staff.handler.post<Refused>('/api/desk/portal/site', to)
  const places = async () => (await flow.staff.handler.get<DrivesView>('/api/desk/drives')).body

  /** Sets a folder for packages, as it is done on the command line. */
  async function setFolder(path: string): Promise<string> {
    mkdirSync(path)
    const { deps } = flow.board
    const account = deps.store.read.office.accountByName('周敏')
    await addCarriageFolder(deps, { id: account?.id ?? '', name: '周敏', roles: account?.roles ?? [] }, path)
    return (await places()).folders.find((one) => one.path === path)?.id ?? ''
  }

  it('goes into a folder of its own on a drive, which is told by its name alone, and beside what lies there', async () => {
    await flow.publish({ title: '停电检修通知' })
    mkdirSync(join(media, '张伟的U盘'))
    writeFileSync(join(media, '张伟的U盘', '别人的.txt'), 'x')
    const [drive] = (await places()).drives
    expect((await begin({ kind: 'DRIVE', driveId: drive?.id })).status).toBe(200)
    const job = await ended()
    expect(job).toMatchObject({
      state: 'DONE',
      fileName: null,
      target: { kind: 'DRIVE', name: '张伟的U盘', folder: 'board-site' },
    })
    expect(JSON.stringify(job)).not.toContain(media)
    const stick = join(media, '张伟的U盘')
    expect(readdirSync(stick).toSorted()).toEqual(['board-site', '别人的.txt'].toSorted())
    expect(readFileSync(join(stick, 'board-site', 'index.html'), 'utf8')).toContain('停电检修通知')
  })

  it('goes into a folder that was set for packages, named by its number', async () => {
    await flow.publish({ title: '停电检修通知' })
    const share = join(folder, 'share')
    const folderId = await setFolder(share)
    expect((await begin({ kind: 'FOLDER', folderId })).status).toBe(200)
    expect(await ended()).toMatchObject({
      state: 'DONE',
      target: { kind: 'FOLDER', folderId, name: share, folder: 'board-site' },
    })
    expect(readdirSync(share)).toEqual(['board-site'])
    expect(existsSync(join(share, 'board-site', 'index.html'))).toBe(true)
  })

  it('takes no path from a screen: one could name any place of this computer', async () => {
    expect((await begin({ kind: 'FOLDER', folder })).body.code).toBe('request.invalid')
    expect((await begin({ kind: 'DRIVE', driveId: 'x', folder })).body.code).toBe('request.invalid')
    expect((await begin({ kind: 'FOLDER', folderId: '1', folder })).body.code).toBe('request.invalid')
    for (const folderId of ['../../etc', folder, '999']) {
      expect((await begin({ kind: 'FOLDER', folderId })).body.code).toBe('package.destination-invalid')
    }
    expect(readdirSync(folder)).toEqual([])
    expect(await view()).toBeNull()
  })

  it('refuses a folder that cannot be reached and makes none in its place, and one that was taken out', async () => {
    const share = join(folder, 'share')
    const folderId = await setFolder(share)
    rmSync(share, { recursive: true })
    expect((await begin({ kind: 'FOLDER', folderId })).body.code).toBe('package.destination-invalid')
    expect(existsSync(share)).toBe(false)
    mkdirSync(share)
    const { deps } = flow.board
    const account = deps.store.read.office.accountByName('周敏')
    await endCarriageFolder(deps, { id: account?.id ?? '', name: '周敏', roles: account?.roles ?? [] }, share)
    expect((await begin({ kind: 'FOLDER', folderId })).body.code).toBe('package.destination-invalid')
  })

  it('refuses a place that is in use for something else, says so in the job, and tells no path', async () => {
    const stick = join(media, 'KINGSTON')
    mkdirSync(join(stick, 'board-site'), { recursive: true })
    writeFileSync(join(stick, 'board-site', 'x.txt'), 'x')
    const [drive] = (await places()).drives
    await begin({ kind: 'DRIVE', driveId: drive?.id })
    expect(await ended()).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'portal.folder-not-empty', params: { folder: 'board-site' } },
    })
    expect(readdirSync(join(stick, 'board-site'))).toEqual(['x.txt'])
  })

  it('refuses a drive that is no longer there, at once', async () => {
    expect((await begin({ kind: 'DRIVE', driveId: 'pulled-out' })).body.code).toBe('package.drive-gone')
    expect(await view()).toBeNull()
  })

  it('can be cancelled, and is not for reviewers to begin', async () => {
    for (const title of ['一', '二', '三', '四']) await flow.publish({ title: `公告${title}` })
    const refused = await flow.staff.reviewer.post<Refused>('/api/desk/portal/site', { kind: 'ZIP' })
    expect(refused.body.code).toBe('trust.role-missing')
    await flow.staff.handler.post('/api/desk/portal/site', { kind: 'ZIP' })
    expect((await flow.staff.handler.raw('DELETE', '/api/desk/portal/site')).status).toBe(200)
    expect((await ended()).state).toBe('CANCELLED')
    expect((await flow.staff.handler.get<Refused>('/api/desk/portal/site/file')).body.code).toBe(
      'request.not-found',
    )
  })
})
