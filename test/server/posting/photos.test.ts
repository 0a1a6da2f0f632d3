import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exifr from 'exifr'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { namedBlobs } from '../../../db/backup-blobs.ts'
import { checkBoard } from '../../../server/cli/check-board.ts'
import { createApp } from '../../../server/app.ts'
import { sentencesIn } from '../../../platform/sentence.ts'
import { openPhotoTickets } from '../../../server/posting/photo-tickets.ts'
import { labelledLettersIn } from '../../../platform/removable-letters.ts'
import { removableRoots } from '../../../platform/removable-roots.ts'
import { openStickPhotos } from '../../../server/posting/stick-photos.ts'
import type { BoardView, PhotoTicketView, PostingView, StickPhoto } from '../../../server/posting/views.ts'
import { DeskClient } from '../../support/desk-client.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { phonePhoto } from '../../support/photo-files.ts'
import { act, addBoard, hang, photograph } from '../../support/posting-flow.ts'

let flow: EditionFlow
let hall: string
let sheet: PostingView
let stick: string
/** The desk of an office whose network is switched on. */
let desk: DeskClient
let phone: DeskClient

beforeEach(async () => {
  flow = await openEditionFlow()
  hall = await addBoard(flow.staff, 'township', '大厅公开栏')
  stick = mkdtempSync(join(tmpdir(), 'stick-'))
  sheet = await hang(flow.staff.handler, (await flow.publish()).id, hall, '2026-11-23')
  const deps = { ...flow.board.deps, stickPhotos: openStickPhotos(() => Promise.resolve([stick])) }
  const app = createApp(deps, { find: () => undefined, read: () => Buffer.alloc(0), readGzipped: () => null })
  const mount = { ...flow.board.deskMount, lanAddress: () => 'http://192.168.1.5:8632' }
  desk = new DeskClient(async (request) => app.fetch(request, { mount }), 'http://desk.test')
  for (const name of ['board-launch', 'board-session']) {
    desk.setCookie(name, flow.staff.handler.cookie(name) ?? '')
  }
  const lan = { ...flow.board.publicMount, transport: 'lan', hosts: null } as const
  phone = new DeskClient(async (request) => app.fetch(request, { mount: lan }), 'http://192.168.1.5:8632')
})
afterEach(async () => {
  rmSync(stick, { recursive: true, force: true })
  await flow.board.deps.work.close()
  flow.board.close()
})

describe('a photograph from a file', () => {
  it('is drawn anew: upright, at most 2560 pixels, a JPEG without place and camera', async () => {
    const kept = await photograph(desk, sheet.id, 'POSTED', 'CLOSE', await phonePhoto(undefined, 4000, 3000))
    const [photo] = kept.body.photos
    expect(photo).toMatchObject({
      moment: 'POSTED',
      view: 'CLOSE',
      source: 'FILE',
      width: 1920,
      height: 2560,
    })
    const bytes = await readFile(flow.board.deps.blobs.pathOf(photo?.sha256 ?? ''))
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    expect(await exifr.parse(Buffer.from(await phonePhoto()), { gps: true })).toHaveProperty('GPSLatitude')
    expect(await exifr.parse(bytes, true)).toBeUndefined()
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  })

  it('keeps the camera’s time as a claim with its distance from the computer’s', async () => {
    const kept = await photograph(desk, sheet.id, 'POSTED', 'CLOSE', await phonePhoto('2026:11:23 09:41:30'))
    expect(kept.body.photos[0]).toMatchObject({
      claimedAt: '2026-11-23T09:41:30',
      driftSeconds: -30,
      receivedAt: '2026-11-23T01:42:00.000Z',
      clockDoubtful: false,
    })
  })

  it('is refused when it is no picture, broken, or shows a step that was not recorded', async () => {
    const text = new TextEncoder().encode('<svg onload="x"/>')
    expect((await photograph(desk, sheet.id, 'POSTED', 'CLOSE', text)).body.code).toBe('photo.type-unknown')
    const torn = (await phonePhoto()).slice(0, 200)
    expect((await photograph(desk, sheet.id, 'POSTED', 'CLOSE', torn)).body.code).toBe('photo.damaged')
    expect((await photograph(desk, sheet.id, 'REMOVED')).body.code).toBe('photo.moment-not-reached')
    expect((await photograph(desk, sheet.id, 'DAMAGED')).body.code).toBe('photo.moment-not-reached')
    await act(desk, sheet.id, 'removed', { on: '2026-11-23', reason: '', note: '' })
    expect((await photograph(desk, sheet.id, 'REMOVED')).status).toBe(200)
  })

  it.each([
    ['a drawing', `<svg a='WEBP' xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>`],
    ['a drawing behind the first word of a WebP', `RIFFWEBP<svg xmlns='http://www.w3.org/2000/svg'/>`],
  ])('is refused when it is %s that passes for a photograph by a few bytes', async (_, text) => {
    const sent = await photograph(desk, sheet.id, 'POSTED', 'CLOSE', new TextEncoder().encode(text))
    expect(sent.body.code).toBe('photo.type-unknown')
  })

  it('is refused when it is a TIFF, and taken as PNG and WebP', async () => {
    const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: '#b9c4cc' } })
    const tiff = await drawn.clone().tiff({ compression: 'none' }).toBuffer()
    tiff.write('WEBP', 8, 'latin1')
    const send = async (bytes: Uint8Array) => photograph(desk, sheet.id, 'POSTED', 'CLOSE', bytes)
    expect((await send(tiff)).body.code).toBe('photo.type-unknown')
    expect((await send(await drawn.clone().png().toBuffer())).status).toBe(200)
    expect((await send(await drawn.clone().webp().toBuffer())).status).toBe(200)
  })

  it('is for the office only, and known to backup and check', async () => {
    const kept = await photograph(desk, sheet.id, 'POSTED')
    const hash = kept.body.photos[0]?.sha256 ?? ''
    expect((await desk.raw('GET', `/api/desk/photos/${hash}`)).headers.get('content-type')).toBe('image/jpeg')
    expect((await phone.raw('GET', `/api/desk/photos/${hash}`)).status).toBe(404)
    expect((await desk.raw('GET', `/api/desk/photos/${'0'.repeat(64)}`)).status).toBe(404)
    expect(namedBlobs(flow.board.deps.store.database)).toContain(hash)
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
    rmSync(flow.board.deps.blobs.pathOf(hash))
    expect((await checkBoard(flow.board.deps)).faults).toMatchObject([{ code: 'FILE_MISSING' }])
  })

  it('no other file of the office is read by its hash', async () => {
    const hash = await flow.board.deps.blobs.put(new TextEncoder().encode('低保名单'))
    expect((await desk.raw('GET', `/api/desk/photos/${hash}`)).status).toBe(404)
  })

  it('of a board itself is shown with the board', async () => {
    const path = `/api/desk/boards/${hall}/photo`
    const shown = await desk.upload<BoardView>(path, '公开栏.jpg', await phonePhoto())
    expect(shown.body.photo).toMatchObject({ moment: 'BOARD', width: 300, height: 400 })
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })
})

describe('a photograph from a phone', () => {
  const path = () => `/api/desk/postings/${sheet.id}/photo-ticket`
  const open = async () => (await desk.post<PhotoTicketView>(path(), { moment: 'POSTED' })).body
  const ticket = async () => (await desk.get<PhotoTicketView>(path())).body
  const secretOf = ({ address }: PhotoTicketView) => address?.split('/').at(-1) ?? ''
  const send = async (secret: string, bytes?: Uint8Array) =>
    phone.upload<Refused & { received: true }>(
      `/api/public/photos/${secret}`,
      'a.jpg',
      bytes ?? (await phonePhoto()),
    )

  it('opens a page for one sheet that names the board and nothing of the notice, without a script', async () => {
    const opened = await open()
    expect(opened.address).toMatch(/^http:\/\/192\.168\.1\.5:8632\/photo\/[\w-]{43}$/)
    const page = await phone.raw('GET', `/photo/${secretOf(opened)}`)
    const html = await page.text()
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(html).toContain('大厅公开栏')
    // The word of the desk for the same step.
    expect(html).toContain(sentencesIn('zh-Hans').say('board:photo.moment.POSTED'))
    // Without capture: a picture taken a minute ago can be chosen too.
    expect(html).toContain('accept="image/*" required')
    expect(html).not.toMatch(/<script|停电/)
    const english = await phone.raw('GET', `/photo/${secretOf(opened)}`, {
      headers: { 'accept-language': 'en-GB,en' },
    })
    expect(await english.text()).toContain('Send to the office computer')
    expect((await desk.raw('GET', `/photo/${secretOf(opened)}`)).status).toBe(404)
  })

  it('waits until a person at the desk takes or refuses it; what nobody took never reaches the disk', async () => {
    const secret = secretOf(await open())
    expect((await send(secret)).body).toEqual({ received: true })
    expect((await send(secret, await phonePhoto(undefined, 200, 100))).status).toBe(200)
    const [first, second] = (await ticket()).waiting
    expect((await desk.raw('GET', `/api/desk/photos/${first?.sha256 ?? ''}`)).status).toBe(200)
    expect((await desk.get<PostingView>(`/api/desk/postings/${sheet.id}`)).body.photos).toEqual([])
    const refused = { take: false, view: 'DISTANT' }
    await desk.post(`${path()}/${second?.id ?? ''}`, refused)
    const taken = await desk.post<PostingView>(`${path()}/${first?.id ?? ''}`, { ...refused, take: true })
    expect(taken.body.photos).toMatchObject([{ source: 'PHONE', view: 'DISTANT', sha256: first?.sha256 }])
    expect((await ticket()).waiting).toEqual([])
    expect(namedBlobs(flow.board.deps.store.database)).not.toContain(second?.sha256)
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('a form without a script is answered by the page, with what was wrong in words', async () => {
    const secret = secretOf(await open())
    const form = (bytes: Uint8Array) => {
      const body = new FormData()
      body.set('file', new File([new Uint8Array(bytes)], 'a.jpg'))
      return phone.raw('POST', `/api/public/photos/${secret}`, { body, headers: { accept: 'text/html' } })
    }
    const good = await form(await phonePhoto())
    expect([good.status, good.headers.get('location')]).toEqual([303, `/photo/${secret}`])
    expect(await (await phone.raw('GET', `/photo/${secret}`)).text()).toContain('已收到 1 张')
    const bad = await form(new Uint8Array([1, 2, 3]))
    const said = await phone.raw('GET', bad.headers.get('location') ?? '')
    expect(await said.text()).toContain('照片只能是 JPG')
  })

  it('waits on when a second person opens the page of the same sheet, and the first phone can go on', async () => {
    const secret = secretOf(await open())
    await send(secret)
    flow.board.clock.advance(10 * 60_000)
    const second = (await desk.post<PhotoTicketView>(path(), { moment: 'POSTED' })).body
    expect(second.waiting).toHaveLength(1)
    expect(secretOf(second)).toBe(secret)
    flow.board.clock.advance(10 * 60_000)
    expect((await send(secret)).status).toBe(200)
  })

  it('keeps the step it was taken for when a page is opened for another step', async () => {
    await send(secretOf(await open()))
    await act(desk, sheet.id, 'damaged', { on: '2026-11-23', note: '' })
    const other = (await desk.post<PhotoTicketView>(path(), { moment: 'DAMAGED' })).body
    expect(other.waiting).toMatchObject([{ moment: 'POSTED' }])
    const taken = await desk.post<PostingView>(`${path()}/${other.waiting[0]?.id ?? ''}`, {
      ...{ take: true, view: 'CLOSE' },
    })
    expect(taken.body.photos).toMatchObject([{ moment: 'POSTED', source: 'PHONE' }])
  })

  it('can still be taken after the desk has ended the page', async () => {
    const secret = secretOf(await open())
    await send(secret)
    await desk.raw('DELETE', path())
    expect((await send(secret)).body.code).toBe('photo.ticket-ended')
    expect((await ticket()).address).toBeNull()
    const again = await open()
    expect(secretOf(again)).not.toBe(secret)
    expect(again.waiting).toHaveLength(1)
  })

  it('is not told received when the desk ended the page while it came', async () => {
    const secret = secretOf(await open())
    const { work, photoTickets } = flow.board.deps
    const run = vi.spyOn(work, 'run').mockImplementationOnce(async (...call) => {
      const clean = await work.run(...call)
      photoTickets.end(sheet.id)
      return clean
    })
    const sent = await send(secret)
    run.mockRestore()
    expect(sent.body.code).toBe('photo.ticket-ended')
    expect(photoTickets.ofPosting(sheet.id)).toBeNull()
  })

  it('waits on when the disk is full at the moment it is taken', async () => {
    await send(secretOf(await open()))
    const [photo] = (await ticket()).waiting
    const take = () => desk.post(`${path()}/${photo?.id ?? ''}`, { take: true, view: 'CLOSE' })
    const put = vi.spyOn(flow.board.deps.blobs, 'put').mockRejectedValueOnce(new Error('ENOSPC'))
    expect((await take()).status).toBe(500)
    put.mockRestore()
    expect((await take()).status).toBe(200)
  })

  it('is taken once when two people take it at the same moment', async () => {
    await send(secretOf(await open()))
    const [photo] = (await ticket()).waiting
    const take = () => desk.post(`${path()}/${photo?.id ?? ''}`, { take: true, view: 'CLOSE' })
    const both = await Promise.all([take(), take()])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404])
    expect((await desk.get<PostingView>(`/api/desk/postings/${sheet.id}`)).body.photos).toHaveLength(1)
  })

  it('the code leads into the office’s network, whatever address the codes on paper carry', async () => {
    const address = 'https://www.yunxi.example.cn'
    await flow.staff.administrator.json('PUT', '/api/desk/code-address', { address })
    expect((await open()).address).toMatch(/^http:\/\/192\.168\.1\.5:8632\/photo\//)
  })

  it.each(['%0d%0aX-Evil:1', '%00', '..%2f..%2fdesk'])(
    'a form under an impossible secret (%s) is answered by the page that it is over',
    async (secret) => {
      const headers = { accept: 'text/html' }
      const sent = await phone.raw('POST', `/api/public/photos/${secret}`, { headers })
      expect(sent.status).toBe(303)
      const said = await phone.raw('GET', sent.headers.get('location') ?? '')
      expect(said.status).toBe(404)
      expect(await said.text()).toContain('已经用完或过期')
    },
  )

  it('ends after a quarter of an hour, after ten photographs, and when the desk ends it', async () => {
    const secret = secretOf(await open())
    for (let count = 0; count < 10; count++) expect((await send(secret)).status).toBe(200)
    expect((await send(secret)).body.code).toBe('photo.too-many')
    const again = secretOf(await open())
    expect((await send(secret)).body.code).toBe('photo.ticket-ended')
    expect((await send(again)).body.code).toBe('photo.too-many')
    for (const { id } of (await ticket()).waiting) {
      await desk.post(`${path()}/${id}`, { take: false, view: 'CLOSE' })
    }
    expect((await send(again)).status).toBe(200)
    flow.board.clock.advance(15 * 60_000)
    expect((await send(again)).body.code).toBe('photo.ticket-ended')
    expect((await phone.raw('GET', `/photo/${again}`)).status).toBe(404)
    const third = secretOf(await open())
    await desk.raw('DELETE', path())
    expect((await send(third)).body.code).toBe('photo.ticket-ended')
  })

  it('after too many wrong secrets nobody is answered for a while', async () => {
    for (let miss = 0; miss < 30; miss++) expect((await send(`x${miss}`)).status).toBe(404)
    expect((await send('x30')).body.code).toBe('request.busy')
    const secret = secretOf(await open())
    expect((await send(secret)).status).toBe(200)
    flow.board.clock.advance(60_000)
    expect((await send('x31')).status).toBe(404)
  })

  it('needs a page of this board: another site’s form is refused', async () => {
    const secret = secretOf(await open())
    const body = new FormData()
    body.set('file', new File([new Uint8Array(await phonePhoto())], 'a.jpg'))
    const headers = { origin: 'http://evil.test' }
    expect((await phone.raw('POST', `/api/public/photos/${secret}`, { body, headers })).status).toBe(403)
  })

  it('has no address while the office has not switched its network on', async () => {
    const opened = await flow.staff.handler.post<PhotoTicketView>(path(), { moment: 'POSTED' })
    expect(opened.body.address).toBeNull()
  })
})

describe('a photograph from a stick', () => {
  it('is listed newest first by a token, taken by it, and nothing else of the computer is', async () => {
    const folder = join(stick, 'DCIM', '100')
    mkdirSync(folder, { recursive: true })
    for (const [name, seconds] of [
      ['old.jpg', 1_700_000_000],
      ['new.JPG', 1_750_000_000],
    ] as const) {
      writeFileSync(join(folder, name), await phonePhoto())
      utimesSync(join(folder, name), seconds, seconds)
    }
    writeFileSync(join(stick, 'letter.docx'), 'x')
    symlinkSync(join(folder, 'old.jpg'), join(stick, 'link.jpg'))
    const { body } = await desk.get<StickPhoto[]>('/api/desk/stick-photos')
    expect(body.map(({ name }) => name)).toEqual(['new.JPG', 'old.jpg'])
    expect(JSON.stringify(body)).not.toContain(stick)
    const take = (token: string) =>
      desk.post<PostingView & Refused>(`/api/desk/postings/${sheet.id}/stick-photo`, {
        ...{ token, moment: 'POSTED', view: 'DISTANT' },
      })
    expect((await take(body[0]?.token ?? '')).body.photos).toMatchObject([{ source: 'STICK' }])
    expect((await take(join(folder, 'old.jpg'))).body.code).toBe('photo.not-found')
    rmSync(join(folder, 'old.jpg'))
    expect((await take(body[1]?.token ?? '')).body.code).toBe('photo.not-found')
  })

  it('stays at hand for one person while another lists the same stick', async () => {
    writeFileSync(join(stick, 'a.jpg'), await phonePhoto())
    const sticks = openStickPhotos(() => Promise.resolve([stick]))
    const [mine] = await sticks.list('zhou')
    const [other] = await sticks.list('li')
    expect((await sticks.read('zhou', mine?.token ?? '')).ok).toBe(true)
    expect(await sticks.read('zhou', other?.token ?? '')).toMatchObject({ code: 'photo.not-found' })
  })

  it('is not read when its folder has become a link since it was listed', async () => {
    mkdirSync(join(stick, 'DCIM'))
    writeFileSync(join(stick, 'DCIM', 'a.jpg'), await phonePhoto())
    const sticks = openStickPhotos(() => Promise.resolve([stick]))
    const [listed] = await sticks.list('zhou')
    const elsewhere = mkdtempSync(join(tmpdir(), 'private-'))
    writeFileSync(join(elsewhere, 'a.jpg'), await phonePhoto())
    rmSync(join(stick, 'DCIM'), { recursive: true })
    symlinkSync(elsewhere, join(stick, 'DCIM'))
    expect(await sticks.read('zhou', listed?.token ?? '')).toMatchObject({ code: 'photo.not-found' })
    rmSync(elsewhere, { recursive: true })
  })

  it('is not looked for on a disk that stands among the sticks as a link', async () => {
    writeFileSync(join(stick, 'a.jpg'), await phonePhoto())
    const link = `${stick}-link`
    symlinkSync(stick, link)
    expect(await openStickPhotos(() => Promise.resolve([link])).list('zhou')).toEqual([])
    rmSync(link)
  })

  it('on Windows a stick is what Windows calls removable, not every letter', async () => {
    const letters = labelledLettersIn('E:\\\t张伟的U盘\r\nf:\\\t\r\n\r\nGet-X : error\r\n')
    expect(letters).toEqual([
      { letter: 'E:', label: '张伟的U盘' },
      { letter: 'F:', label: '' },
    ])
    expect(await removableRoots('win32', () => Promise.resolve(letters))).toEqual([
      { path: 'E:\\', name: '张伟的U盘 (E:)' },
      { path: 'F:\\', name: 'F:' },
    ])
  })
})

describe('pages for phones', () => {
  it('a flood of wrong secrets costs no more with each', () => {
    const { clock, deps } = flow.board
    const tickets = openPhotoTickets(clock, deps.ids.next)
    const filter = vi.spyOn(Array.prototype, 'filter')
    for (let miss = 0; miss < 100; miss++) tickets.find('wrong')
    const kept = Math.max(...filter.mock.contexts.map((list) => (list as unknown[]).length))
    filter.mockRestore()
    expect(kept).toBeLessThanOrEqual(31)
  })

  it('with too many open, one on which nothing waits goes first', () => {
    const { clock, deps } = flow.board
    const tickets = openPhotoTickets(clock, deps.ids.next)
    const first = tickets.open('sheet-0', 'POSTED')
    const photo = { bytes: new Uint8Array(1), width: 1, height: 1, claimedAt: null }
    tickets.finish(first.secret, { ...photo, receivedAt: clock.now(), clockDoubtful: false })
    for (let number = 1; number < 9; number++) tickets.open(`sheet-${number}`, 'POSTED')
    expect(tickets.ofPosting('sheet-0')?.waiting).toHaveLength(1)
    expect(tickets.ofPosting('sheet-1')).toBeNull()
  })
})
