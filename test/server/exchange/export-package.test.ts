import { readdirSync, readFileSync, writeFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdFile } from '../../../platform/exclusive-file.ts'
import type { Principal } from '../../../server/principal.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import { packagePath } from '../../../server/exchange/package-path.ts'
import { verifyPackage } from '../../../sealed/verify-package.ts'
import type { AttachmentView } from '../../../server/notice/views.ts'
import { writePackageAt } from '../../support/package-flow.ts'
import { readPackageIndependently } from '../../support/second-package-reader.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let catalogueItemId: string
let handler: Principal

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const account = board.deps.store.read.office.accountByName('周敏')
  if (!account) throw new Error('周敏 works here')
  handler = { id: account.id, name: account.name, roles: account.roles }
})

afterEach(() => board.close())

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)

async function publish(title: string, file?: Buffer): Promise<{ id: string; indexNumber: string }> {
  const { id } = await writeDraft(staff.handler, {
    title,
    body: paragraphs('请提前做好准备。'),
    catalogueItemId,
  })
  if (file) {
    const added = await staff.handler.upload<AttachmentView>(
      `/api/desk/notices/${id}/attachments`,
      '示意图.png',
      file,
      {
        role: 'ATTACHMENT',
      },
    )
    expect(added.status, JSON.stringify(added.body)).toBeLessThan(300)
  }
  const revision = board.deps.store.read.notice.byId(id)?.revision ?? 0
  const published = await publishDraft(staff, id, revision)
  return { id, indexNumber: published.indexNumber ?? '' }
}

const packages = () => readdirSync(join(board.dataFolder, 'packages'))

describe('two exports at once', () => {
  it('make one whole package; the other is told to wait', async () => {
    await publish('关于停电检修的通知')
    const both = await Promise.all([exportPackage(board.deps, handler), exportPackage(board.deps, handler)])
    expect(both.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual([
      'ok',
      'package.export-running',
    ])
    const [row] = board.deps.store.read.exchange.packages()
    const written = await verifyPackage(packagePath(board.dataFolder, row?.fileName ?? ''))
    expect(written).toMatchObject({ ok: true, value: { sequence: 1, counts: { editions: 1 } } })
    expect(packages()).toEqual([row?.fileName])
    expect(await exportPackage(board.deps, handler)).toMatchObject({ code: 'package.nothing-to-export' })
  })

  it('are kept apart between processes as well: the lock is a file', async () => {
    await publish('关于停电检修的通知')
    const held = holdFile(join(board.dataFolder, 'export.lock'))
    const refused = await writePackageAt(staff.handler)
    expect([refused.status, refused.body.code]).toEqual([409, 'package.export-running'])
    held?.letGo()
    expect((await writePackageAt(staff.handler)).status).toBe(201)
  })

  it('clear away what a killed one left, and nothing that was sent', async () => {
    await publish('关于停电检修的通知')
    const first = await writePackageAt(staff.handler)
    const folder = join(board.dataFolder, 'packages')
    const before = readFileSync(join(folder, first.body.fileName))
    for (const name of ['a.zip.1.staged', 'a.zip.1.staged.partial']) writeFileSync(join(folder, name), 'x')
    await publish('关于停水检修的通知')
    const second = await writePackageAt(staff.handler)
    expect(packages().sort()).toEqual([first.body.fileName, second.body.fileName].sort())
    expect(readFileSync(join(folder, first.body.fileName)).equals(before)).toBe(true)
  })
})

describe('a package', () => {
  it('carries the newest event of the log, signed', async () => {
    await publish('关于停电检修的通知')
    const head = board.deps.store.read.audit.newest()
    const written = await writePackageAt(staff.handler)
    const path = packagePath(board.dataFolder, written.body.fileName)
    expect(readPackageIndependently(path).manifest['auditHead']).toEqual({
      sequence: head?.sequence,
      hash: head?.hash,
    })
  })

  it.each([
    ['damaged', (path: string) => writeFileSync(path, '坏了')],
    ['lost', (path: string) => rmSync(path)],
  ])('is not made while a file is %s; the notice is named, and the same file mends it', async (_, spoil) => {
    await publish('关于停水检修的通知')
    const { id, indexNumber } = await publish('关于停电检修的通知', PNG)
    const [file] = board.deps.store.read.attachment.ofNotice(id)
    const path = board.deps.blobs.pathOf(file?.publicSha256 ?? '')
    const whole = readFileSync(path)
    spoil(path)
    const refused = await writePackageAt(staff.handler)
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'package.attachment-damaged', params: { indexNumber, name: '示意图.png' } },
    ])
    expect(packages()).toEqual([])
    // What the office does: hands the same file in again, for whatever notice.
    await writeDraft(staff.handler, { title: '补传', body: paragraphs('补传附件。'), catalogueItemId }).then(
      async (draft) => {
        await staff.handler.upload(`/api/desk/notices/${draft.id}/attachments`, '示意图.png', PNG, {
          role: 'ATTACHMENT',
        })
      },
    )
    expect(readFileSync(path).equals(whole)).toBe(true)
    expect((await writePackageAt(staff.handler)).status).toBe(201)
  })
})
