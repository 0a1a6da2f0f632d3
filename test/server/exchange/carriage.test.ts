import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHash, randomBytes } from 'node:crypto'
import { openDrives } from '../../../server/exchange/drive.ts'
import { copyPackage, type CopyInput } from '../../../server/exchange/carriage-copy.ts'
import type { JobProgress } from '../../../server/exchange/job.ts'
import { packagePath } from '../../../server/exchange/package-path.ts'
import type { CarriageFolderView, DrivesView, PackageView } from '../../../server/exchange/views.ts'
import { addCarriageFolder, endCarriageFolder } from '../../../server/exchange/carriage-folder.ts'
import { endedJob, writePackageAt } from '../../support/package-flow.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

const ROOM = () => Promise.resolve({ free: 1e9, total: 2e9 })

describe('a copy on a stick', () => {
  let folder: string
  let stick: string
  const bytes = randomBytes(3_000_000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const said: JobProgress[] = []

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'board-copy-'))
    stick = join(folder, 'stick')
    mkdirSync(stick)
    writeFileSync(join(folder, 'p.zip'), bytes)
    said.length = 0
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function copyOf(other: Partial<CopyInput> = {}): CopyInput {
    return {
      source: join(folder, 'p.zip'),
      fileName: 'p.zip',
      size: bytes.length,
      sha256,
      folder: stick,
      space: ROOM,
      stillThere: () => Promise.resolve(true),
      job: { signal: new AbortController().signal, report: (progress) => said.push(progress) },
      ...other,
    }
  }

  it('is whole, compared, and under its name, and nothing else lies there', async () => {
    expect(await copyPackage(copyOf())).toEqual({ ok: true, value: join(stick, 'p.zip') })
    expect(readFileSync(join(stick, 'p.zip')).equals(bytes)).toBe(true)
    expect(readdirSync(stick)).toEqual(['p.zip'])
    expect(new Set(said.map(({ step }) => step))).toEqual(new Set(['COPY', 'VERIFY']))
    expect(said.at(-1)).toMatchObject({ done: bytes.length, total: bytes.length })
  })

  it('that is there already is compared and left; another file of that name is never touched', async () => {
    await copyPackage(copyOf())
    said.length = 0
    expect(await copyPackage(copyOf())).toMatchObject({ ok: true, value: join(stick, 'p.zip') })
    expect(said.some(({ step }) => step === 'COPY')).toBe(false)
    writeFileSync(join(stick, 'p.zip'), '别人的')
    const apart = `p-${sha256.slice(0, 8)}.zip`
    expect(await copyPackage(copyOf())).toMatchObject({ ok: true, value: join(stick, apart) })
    expect(readFileSync(join(stick, 'p.zip'), 'utf8')).toBe('别人的')
    writeFileSync(join(stick, apart), bytes.subarray(0, 100))
    expect(await copyPackage(copyOf())).toMatchObject({ ok: true, value: join(stick, apart) })
    expect(readFileSync(join(stick, apart)).equals(bytes)).toBe(true)
  })

  it('is not begun without room', async () => {
    const space = () => Promise.resolve({ free: 1_000_000, total: 2e9 })
    expect(await copyPackage(copyOf({ space }))).toMatchObject({
      code: 'package.no-space',
      params: { free: 1_000_000 },
    })
    expect(readdirSync(stick)).toEqual([])
  })

  it.each([
    ['pulled out', false, 'package.drive-gone'],
    ['taken away although it seems to be there', true, 'package.drive-gone'],
  ])('has no name when the stick was %s in the middle', async (_, there, code) => {
    const job = {
      signal: new AbortController().signal,
      report: (progress: JobProgress) => {
        said.push(progress)
        if (said.length === 2) rmSync(stick, { recursive: true })
      },
    }
    expect(await copyPackage(copyOf({ job, stillThere: () => Promise.resolve(there) }))).toMatchObject({
      code,
    })
    expect(existsSync(stick)).toBe(false)
  })

  it('that reads back otherwise than it was written does not count', async () => {
    const job = {
      signal: new AbortController().signal,
      report: (progress: JobProgress) => {
        // What a worn stick does between writing and reading.
        if (progress.step === 'COPY' && progress.done === bytes.length) {
          writeFileSync(join(stick, 'p.zip.partial'), Buffer.concat([bytes.subarray(1), Buffer.from([0])]))
        }
      },
    }
    expect(await copyPackage(copyOf({ job }))).toMatchObject({ code: 'package.copy-damaged' })
    expect(readdirSync(stick)).toEqual([])
  })

  it('of a file that is no longer what was written is not made', async () => {
    writeFileSync(join(folder, 'p.zip'), Buffer.concat([bytes.subarray(1), Buffer.from([1])]))
    expect(await copyPackage(copyOf())).toMatchObject({ code: 'package.damaged' })
    expect(readdirSync(stick)).toEqual([])
  })

  it('that is cancelled leaves nothing', async () => {
    const cancel = new AbortController()
    const job = { signal: cancel.signal, report: () => cancel.abort() }
    expect(await copyPackage(copyOf({ job }))).toMatchObject({ code: 'package.export-cancelled' })
    expect(readdirSync(stick)).toEqual([])
  })
})

describe('at the desk', () => {
  let board: TestBoard
  let staff: Staff
  let media: string

  beforeAll(async () => {
    media = mkdtempSync(join(tmpdir(), 'board-media-'))
    board = openTestBoard({
      stickRoots: () =>
        Promise.resolve(readdirSync(media).map((name) => ({ path: join(media, name), name }))),
    })
    staff = await setUpOffice(board.desk)
    const item = await importVillageCatalogue(staff.handler)
    const content = { title: '关于停电检修的通知', body: paragraphs('停电。'), catalogueItemId: item.id }
    const { id, revision } = await writeDraft(staff.handler, content)
    await publishDraft(staff, id, revision)
    expect((await writePackageAt(staff.handler)).status).toBe(201)
  })

  afterAll(() => {
    board.close()
    rmSync(media, { recursive: true, force: true })
  })

  const drives = async () => (await staff.handler.get<DrivesView>('/api/desk/drives')).body
  const first = async () => (await staff.handler.get<PackageView[]>('/api/desk/packages')).body[0]
  const carry = (to: object) =>
    staff.handler.post<{ code: string }>('/api/desk/packages/1/carriage', { person: '张伟', ...to })

  it('a stick is named by its label, a package is copied to it, and is then sent, by whom, for how many days', async () => {
    expect((await drives()).drives).toEqual([])
    mkdirSync(join(media, '张伟的U盘'))
    const [drive] = (await drives()).drives
    expect(drive).toMatchObject({ name: '张伟的U盘', writable: true, freeBytes: expect.any(Number) })
    expect(JSON.stringify(await drives())).not.toContain(media)
    expect((await first())?.state).toBe('WRITTEN')
    expect((await carry({ driveId: drive?.id })).status).toBe(202)
    expect(await endedJob(staff.handler)).toMatchObject({
      kind: 'CARRIAGE',
      state: 'DONE',
      sequence: 1,
      place: '张伟的U盘',
    })
    const name = (await first())?.fileName ?? ''
    expect(readFileSync(join(media, '张伟的U盘', name))).toEqual(
      readFileSync(packagePath(board.dataFolder, name)),
    )
    expect(await first()).toMatchObject({
      state: 'SENT',
      daysInTransit: 0,
      carriages: [{ carrier: 'DRIVE', place: '张伟的U盘', person: '张伟', by: { name: '周敏' } }],
    })
  })

  it('a stick that was pulled out is said to be gone, and what a screen sends is never a path', async () => {
    mkdirSync(join(media, '旧U盘'))
    const [drive] = (await drives()).drives.filter(({ name }) => name === '旧U盘')
    rmSync(join(media, '旧U盘'), { recursive: true })
    expect((await carry({ driveId: drive?.id })).status).toBe(202)
    expect((await endedJob(staff.handler)).refusal?.code).toBe('package.drive-gone')
    expect((await carry({ path: '/etc' })).body.code).toBe('request.invalid')
    expect((await carry({ folder: '/etc' })).body.code).toBe('request.invalid')
    await carry({ folderId: '../../etc' })
    expect((await endedJob(staff.handler)).refusal?.code).toBe('package.destination-invalid')
    expect((await first())?.carriages).toHaveLength(1)
  })

  it('a folder is set on this computer only, and its copy is noted like a stick’s', async () => {
    const { deps } = board
    const account = deps.store.read.office.accountByName('周敏')
    const handler = { id: account?.id ?? '', name: '周敏', roles: account?.roles ?? [] }
    const share = mkdtempSync(join(tmpdir(), 'board-share-'))
    expect(await addCarriageFolder(deps, handler, join(share, 'none'))).toMatchObject({
      code: 'package.destination-invalid',
    })
    await addCarriageFolder(deps, handler, share)
    const [folder] = (await drives()).folders as readonly CarriageFolderView[]
    expect(folder).toMatchObject({ path: share, writable: true })
    await carry({ folderId: folder?.id })
    expect(await endedJob(staff.handler)).toMatchObject({ state: 'DONE', place: share })
    expect((await first())?.carriages.at(-1)).toMatchObject({ carrier: 'FOLDER', place: share })
    await endCarriageFolder(deps, handler, share)
    expect((await drives()).folders).toEqual([])
    await carry({ folderId: folder?.id })
    expect((await endedJob(staff.handler)).refusal?.code).toBe('package.destination-invalid')
    rmSync(share, { recursive: true })
  })

  it('a folder of a person below /media is no drive', async () => {
    mkdirSync(join(media, 'zhou'), { recursive: true })
    const roots = () => Promise.resolve([{ path: join(media, 'zhou'), name: 'zhou' }])
    expect(await openDrives({ roots, space: ROOM, mountsOnly: true }).list()).toEqual([])
    expect(await openDrives({ roots, space: ROOM, mountsOnly: false }).list()).toHaveLength(1)
    rmSync(join(media, 'zhou'), { recursive: true })
  })

  it('only asking how large a package is does not carry it out, and only handlers copy', async () => {
    const before = (await first())?.carriages.length
    await staff.handler.raw('HEAD', '/api/desk/packages/1/file')
    expect((await first())?.carriages.length).toBe(before)
    const refused = await staff.reviewer.post<{ code: string }>('/api/desk/packages/1/carriage', {
      driveId: 'x',
      person: '',
    })
    expect(refused.body.code).toBe('trust.role-missing')
    // Fetching it at the screen is carrying it as well.
    const fetched = await staff.administrator.raw(
      'GET',
      '/api/desk/packages/1/file?person=%E6%9F%90%E4%BA%BA',
    )
    expect(fetched.status).toBe(403)
    expect((await first())?.carriages.length).toBe(before)
    expect((await staff.handler.get('/api/desk/packages/0/file')).status).toBe(404)
    expect((await staff.handler.get('/api/desk/packages/1e9/changes')).status).toBe(404)
  })
})
