import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Body } from '../../../../domain/notice/body.ts'
import { noticePath, formerPath } from '../../../../server/exchange/portal/site/site-path.ts'
import type { AttachmentView } from '../../../../server/notice/views.ts'
import { type EditionFlow, openEditionFlow } from '../../../support/edition-flow.ts'
import { filesIn, handlerOf, siteTo, textOf } from '../../../support/portal-flow.ts'
import { writeSite } from '../../../../server/exchange/portal/site/write-site.ts'
import { paragraphs, publishDraft } from '../../../support/publish-flow.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)

let flow: EditionFlow
let stick: string
let folder: string

beforeEach(async () => {
  flow = await openEditionFlow()
  stick = mkdtempSync(join(tmpdir(), 'board-portal-'))
  folder = join(stick, 'board')
})
afterEach(() => {
  flow.board.close()
  rmSync(stick, { recursive: true, force: true })
})

const write = async (to = folder) => {
  const written = await siteTo(flow.board, to)
  if (!written.ok) throw new Error(written.code)
  return written.value
}
const pageOf = (indexNumber: string | null) =>
  readFileSync(join(folder, noticePath(indexNumber ?? '')), 'utf8')

async function publishWithFile(title: string, name: string): Promise<string> {
  const { id } = await flow.write({ title })
  const added = await flow.staff.handler.upload<AttachmentView>(
    `/api/desk/notices/${id}/attachments`,
    name,
    PNG,
    { role: 'ATTACHMENT' },
  )
  expect(added.status, JSON.stringify(added.body)).toBeLessThan(300)
  const revision = flow.board.deps.store.read.notice.byId(id)?.revision ?? 0
  return (await publishDraft(flow.staff, id, revision)).indexNumber ?? ''
}

describe('the static site of the board', () => {
  it('shows a notice with its text, its information block, its words and its files', async () => {
    const body: Body = {
      type: 'doc',
      content: [
        ...paragraphs('因线路检修<停电>，请“做好准备”。').content,
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: paragraphs('户主').content }] },
            { type: 'tableRow', content: [{ type: 'tableCell', content: paragraphs('三组').content }] },
          ],
        },
      ],
    }
    const { indexNumber, submission } = await flow.publish({
      body,
      documentNumber: '云政发〔2026〕5号',
      documentDate: '2026-11-20',
    })
    const { counts } = await write()
    expect(counts).toMatchObject({ notices: 1, formerEditions: 0, tombstones: 0, attachments: 0 })
    const page = pageOf(indexNumber)
    for (const said of [
      '因线路检修&lt;停电&gt;，请“做好准备”。',
      '<th><p>户主</p></th>',
      '云政发〔2026〕5号',
      '2026年11月20日',
      '第 1 版',
      (submission?.hash ?? '').slice(0, 16),
      '示例县云溪镇人民政府',
    ]) {
      expect(page).toContain(said)
    }
  })

  it('has only links that lead somewhere within it, and none that leads to the root of a disk', async () => {
    await publishWithFile('停电公告', '附件 1#示意图.png')
    const { id } = await flow.publish({ title: '供水公告' })
    await flow.publishNext(id, { title: '供水公告（更正）' })
    await write()
    const files = new Set(filesIn(folder))
    for (const file of [...files].filter((one) => one.endsWith('.html'))) {
      const html = readFileSync(join(folder, file), 'utf8')
      for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"#]+)"/gu)) {
        expect(address).not.toMatch(/^(?:\/|file:|https?:)/u)
        const target = posix.join(posix.dirname(file), decodeURIComponent(address))
        expect(files.has(target), `${file} → ${address}`).toBe(true)
      }
    }
  })

  it('copies a file under its hash, with a name any system takes, byte by byte', async () => {
    await publishWithFile('停电公告', '示意图.png')
    await write()
    const copied = filesIn(folder).find((file) => file.startsWith('site/files/'))
    expect(copied).toMatch(/^site\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/示意图\.png$/u)
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, copied ?? '')))
      .digest('hex')
    expect(copied).toContain(hash.slice(0, 16))
    expect(readFileSync(join(folder, 'site/SHA256SUMS.txt'), 'utf8')).toContain(`${hash}  ${copied ?? ''}\n`)
  })

  it('keeps former editions under a banner that leads to the current one', async () => {
    const { id, indexNumber } = await flow.publish({ body: paragraphs('十一月三十日停电。') })
    await flow.publishNext(id, { body: paragraphs('十二月一日停电。') })
    expect((await write()).counts).toMatchObject({ notices: 1, formerEditions: 1 })
    const former = readFileSync(join(folder, formerPath(indexNumber ?? '', 1)), 'utf8')
    expect(former).toContain('您看的是第 1 版，已被第 2 版替代。')
    expect(former).toContain('十一月三十日停电。')
    expect(pageOf(indexNumber)).toContain('十二月一日停电。')
    expect(pageOf(indexNumber)).toContain(`_v1.html`)
  })

  it('keeps of a withdrawn notice its tombstone and nothing of its content, former editions included', async () => {
    const { id, indexNumber } = await flow.publish({ body: paragraphs('不该再有的旧内容。') })
    await flow.publishNext(id, { body: paragraphs('不该再有的内容。') })
    const gone = await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 2 })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    await flow.publish({ title: '仍在公开' })
    expect((await write()).counts).toMatchObject({ notices: 1, formerEditions: 0, tombstones: 1 })
    expect(pageOf(indexNumber)).toContain('这条信息已撤下')
    expect(textOf(folder)).not.toContain('不该再有')
    expect(readFileSync(join(folder, 'site/withdrawn.html'), 'utf8')).toContain('停电检修通知')
  })

  it('does not tell a title that was hidden when its notice was withdrawn', async () => {
    const { id, indexNumber } = await flow.publish({ title: '王某某的处分决定' })
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', hideTitle: true, editionNumber: 1 })
    await write()
    expect(pageOf(indexNumber)).toContain('标题不公开')
    expect(textOf(folder)).not.toContain('王某某')
  })

  it.each(['LIMITED_CIRCLE', 'NAMED_PERSONS'])(
    'has nothing of what goes to %s, withdrawn or not',
    async (scope) => {
      const { indexNumber } = await flow.publish({
        title: '只给少数人的名单',
        body: paragraphs('只给少数人的内容。'),
      })
      const other = await flow.publish({
        title: '只给少数人的旧名单',
        body: paragraphs('只给少数人的旧内容。'),
      })
      await flow.withdraw(other.id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
      flow.board.deps.store.database.exec(`UPDATE catalogue_row SET disclosure_scope = '${scope}'`)
      expect((await write()).counts).toMatchObject({ notices: 0, tombstones: 0 })
      const all = textOf(folder)
      expect(all).not.toContain('只给少数人')
      expect(all).not.toContain(indexNumber)
      expect(all).not.toContain(other.indexNumber)
    },
  )

  it('has nothing of what has run out but that it was there, from that minute on', async () => {
    const { indexNumber } = await flow.publish({
      expiresAt: '2026-12-01T09:30:00.000Z',
      body: paragraphs('限时内容。'),
    })
    flow.board.clock.set('2026-12-01T09:29:59.000Z')
    await write()
    expect(pageOf(indexNumber)).toContain('限时内容。')
    flow.board.clock.set('2026-12-01T09:30:00.000Z')
    await write()
    expect(pageOf(indexNumber)).toContain('这条信息的展示期限已到')
    expect(textOf(folder)).not.toContain('限时内容')
  })

  it('says whose it is and as of when on every page', async () => {
    await flow.publish()
    const { asOf } = await write()
    const pages = filesIn(folder).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(5)
    for (const file of pages) {
      const html = readFileSync(join(folder, file), 'utf8')
      expect(html).toContain('示例县云溪镇人民政府')
      expect(html).toMatch(/截至 2026年\d+月\d+日 \d\d:\d\d/u)
    }
    expect(JSON.parse(readFileSync(join(folder, 'site/board-site.json'), 'utf8'))).toMatchObject({ asOf })
  })

  it('lists the same notices by board, unit and catalogue as there are on the kiosk', async () => {
    for (const title of ['公告一', '公告二', '公告三']) await flow.publish({ title })
    await write()
    const lists = filesIn(folder).filter((file) => file.startsWith('site/lists/'))
    expect(lists.map((file) => file.split('/')[2]?.split('-')[0])).toEqual(
      expect.arrayContaining(['all', 'board', 'unit', 'group']),
    )
    for (const file of lists.filter((one) => /\/(?:all|unit|group)/u.test(one))) {
      const html = readFileSync(join(folder, file), 'utf8')
      expect([...html.matchAll(/公告[一二三]</gu)].map(([found]) => found)).toEqual([
        '公告三<',
        '公告二<',
        '公告一<',
      ])
    }
  })
})

describe('a folder for the site', () => {
  it('is refused when it holds anything else, and nothing in it is touched', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, '家庭照片.txt'), '不是我们的')
    expect(await siteTo(flow.board, folder)).toMatchObject({ code: 'portal.folder-not-empty' })
    expect(filesIn(folder)).toEqual(['家庭照片.txt'])
  })

  it('is refused when it holds the site of another office', async () => {
    await write()
    const marker = join(folder, 'site/board-site.json')
    const text = readFileSync(marker, 'utf8')
    writeFileSync(marker, text.replace(/"uscc": "[^"]+"/u, '"uscc": "11990000000000009X"'))
    expect(await siteTo(flow.board, folder)).toMatchObject({ code: 'portal.folder-not-empty' })
  })

  it('gives an older site of this office way, and leaves what others have laid there alone', async () => {
    const { id, indexNumber } = await flow.publish({ title: '旧的一条' })
    await write()
    writeFileSync(join(folder, '说明.txt'), '别动')
    writeFileSync(join(folder, 'site/别动.txt'), '也别动')
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', hideTitle: true, editionNumber: 1 })
    await write()
    expect(pageOf(indexNumber)).toContain('标题不公开')
    expect(readFileSync(join(folder, '说明.txt'), 'utf8')).toBe('别动')
    const left = filesIn(folder).filter((file) => file.startsWith('site.former'))
    expect(left).toEqual(['site.former/别动.txt'])
    expect(filesIn(folder).filter((file) => file.includes('partial'))).toEqual([])
  })

  it('keeps the older site whole when the next one is cancelled half-way', async () => {
    await flow.publish()
    await write()
    const before = textOf(folder)
    await flow.publish({ title: '第二条' })
    const stop = new AbortController()
    const stopped = await siteTo(flow.board, folder, { signal: stop.signal, progress: () => stop.abort() })
    expect(stopped).toMatchObject({ code: 'package.export-cancelled' })
    expect(textOf(folder)).toBe(before)
  })

  it('is put right after a run that was killed, between the renames too', async () => {
    await flow.publish()
    await write()
    const before = filesIn(folder)
    // Killed while writing: a half-written folder beside the whole one.
    mkdirSync(join(folder, 'site.partial'))
    writeFileSync(
      join(folder, 'site.partial/board-site.json'),
      readFileSync(join(folder, 'site/board-site.json')),
    )
    await write()
    expect(filesIn(folder)).toEqual(before)
    // Killed when the older one was set aside and the new one not yet in its place.
    renameSync(join(folder, 'site'), join(folder, 'site.former'))
    await write()
    expect(filesIn(folder)).toEqual(before)
  })

  it('is put right after a drive was pulled out before anything was on it, beside a site and in place of the first one', async () => {
    mkdirSync(join(folder, 'site.partial'), { recursive: true })
    writeFileSync(join(folder, 'site.partial/board-site.json'), '')
    await write()
    const before = filesIn(folder)
    mkdirSync(join(folder, 'site.partial'))
    writeFileSync(join(folder, 'site.partial/board-site.json'), '')
    writeFileSync(join(folder, 'site.partial/SHA256SUMS.txt'), '')
    await write()
    expect(filesIn(folder)).toEqual(before)
  })

  it('is refused when something else stands where the pages would go', async () => {
    mkdirSync(join(folder, 'site.partial'), { recursive: true })
    writeFileSync(join(folder, 'site.partial/家庭照片.txt'), '不是我们的')
    expect(await siteTo(flow.board, folder)).toMatchObject({ code: 'portal.folder-not-empty' })
    rmSync(join(folder, 'site.partial'), { recursive: true })
    await write()
    mkdirSync(join(stick, 'home'))
    symlinkSync(join(stick, 'home'), join(folder, 'site.partial'))
    expect(await siteTo(flow.board, folder)).toMatchObject({ code: 'portal.folder-not-empty' })
  })

  describe('that somebody has prepared so that it looks like ours', () => {
    const HASH = '0'.repeat(64)
    let precious: string

    beforeEach(() => {
      const uscc = flow.board.deps.store.read.office.office()?.uscc ?? ''
      mkdirSync(join(stick, 'home'))
      precious = join(stick, 'home/precious.docx')
      writeFileSync(precious, 'precious')
      mkdirSync(join(folder, 'site'), { recursive: true })
      const marker = { format: 'board-site/1', office: { name: '', uscc }, asOf: '' }
      writeFileSync(join(folder, 'site/board-site.json'), JSON.stringify(marker))
    })

    it('makes the office lose no file: neither behind a link, nor above the folder, nor by a way as Windows writes it', async () => {
      symlinkSync(join(stick, 'home'), join(folder, 'site/files'))
      const named = [
        'files/precious.docx',
        '../../home/precious.docx',
        '.. /x',
        'a\\..\\x.docx',
        'C:x',
        'lists',
      ]
      mkdirSync(join(folder, 'site/lists/kept'), { recursive: true })
      writeFileSync(join(folder, 'site/a\\..\\x.docx'), 'on Windows this would be another place')
      writeFileSync(join(folder, 'site/C:x'), 'on Windows this would be another drive')
      writeFileSync(
        join(folder, 'site/SHA256SUMS.txt'),
        named.map((path) => `${HASH}  site/${path}\n`).join(''),
      )
      await write()
      expect(readFileSync(precious, 'utf8')).toBe('precious')
      for (const kept of ['C:x', 'a\\..\\x.docx', 'lists/kept']) {
        expect(existsSync(join(folder, 'site.former', kept)), kept).toBe(true)
      }
    })

    it('makes it write over no file: the first page is never written through a link', async () => {
      symlinkSync(precious, join(folder, 'index.html.partial'))
      await write()
      expect(readFileSync(precious, 'utf8')).toBe('precious')
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('示例县云溪镇人民政府')
    })
  })

  it('never follows a file that is damaged in the office: the notice is named, the older site stays', async () => {
    const indexNumber = await publishWithFile('停电公告', '示意图.png')
    const content = JSON.parse(
      flow.board.deps.store.read.edition.byIndexNumber(indexNumber)[0]?.content ?? '{}',
    ) as {
      attachments: { sha256: string }[]
    }
    rmSync(flow.board.deps.blobs.pathOf(content.attachments[0]?.sha256 ?? ''))
    expect(await siteTo(flow.board, folder)).toMatchObject({
      code: 'package.attachment-damaged',
      params: { indexNumber, name: '示意图.png' },
    })
    expect(existsSync(join(folder, 'site.partial'))).toBe(false)
  })

  it('is written by handlers only, and one at a time', async () => {
    const reader = { ...handlerOf(flow.board), roles: [] }
    const target = { kind: 'FOLDER', folder } as const
    expect(await writeSite(flow.board.deps, reader, target)).toMatchObject({ code: 'trust.role-missing' })
    const both = await Promise.all([siteTo(flow.board, folder), siteTo(flow.board, join(stick, 'other'))])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['ok', 'package.export-running'])
  })
})
