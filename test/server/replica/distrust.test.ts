import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { pairWithOffice } from '../../../server/replica/pair-with-office.ts'
import {
  type Current,
  type Pairing,
  readState,
  replicaPlaces,
  writeState,
} from '../../../server/replica/replica-folder.ts'
import { pullSnapshot } from '../../../server/replica/pull.ts'
import { writePublicKey } from '../../../server/replica/request-signature.ts'
import { signManifest } from '../../../server/replica/snapshot-signature.ts'
import type { PairingCodeView, SignedManifest } from '../../../server/replica/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../../support/real-board.ts'
import { replicaFolder } from '../../support/replica-flow.ts'
import { type Between, pullOnce, standBetween } from '../../support/replica-pull.ts'
import { setUpOffice, type Staff } from '../../support/test-board.ts'

let office: RealBoard
let staff: Staff
let item: CatalogueItem
let between: Between
const folder = replicaFolder()
const places = replicaPlaces(folder)
const current = () => readState<Current>(places.current)
const isManifest = (path: string) => path.endsWith('/manifest')
const isPiece = (path: string) => path.includes('/pieces/')

async function code(): Promise<string> {
  const made = await staff.administrator.post<PairingCodeView>('/api/desk/replicas/pairing-code', {})
  return made.body.code
}

const wish = (typed: string, address: string, dataFolder = folder) => ({
  ...{ dataFolder, address, code: typed, name: '大厅', clock: office.clock },
})

async function publish(title: string): Promise<void> {
  const content = { title, body: paragraphs('自本月起执行。'), catalogueItemId: item.id }
  const draft = await writeDraft(staff.handler, content)
  await publishDraft(staff, draft.id, draft.revision)
  office.clock.advance(60_000)
}

/** A manifest changed and signed by somebody who has the office's own key: only the replica's rules are left to stop it. */
function signedAnew(bytes: Buffer, change: Partial<SignedManifest['manifest']>): Buffer {
  const { manifest } = JSON.parse(bytes.toString('utf8')) as SignedManifest
  const changed = { ...manifest, ...change }
  const signature = signManifest(office.deps.packageKey().privateKey, changed)
  return Buffer.from(JSON.stringify({ manifest: changed, signature }))
}

beforeAll(async () => {
  office = await startRealBoard({ idleLockMinutes: 600 })
  staff = await setUpOffice(office.openDesk)
  item = await importVillageCatalogue(staff.administrator)
  await publish('关于河西村低保对象的公示')
  between = await standBetween(office.publicOrigin)
})

afterEach(() => {
  between.twist = (_, bytes) => bytes
})

afterAll(async () => {
  between.close()
  await office.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('pairing a kiosk computer', () => {
  it('a code is gone after five wrong ones, and is told from none at all by nothing', async () => {
    const right = await code()
    const wrong = right.replace(/^./u, (sign) => (sign === 'A' ? 'B' : 'A'))
    for (let turn = 0; turn < 5; turn++) {
      expect(await pairWithOffice(wish(wrong, office.publicOrigin))).toMatchObject({
        code: 'replica.code-wrong',
      })
    }
    expect(await pairWithOffice(wish(right, office.publicOrigin))).toMatchObject({
      code: 'replica.code-wrong',
    })
    expect(readState(places.pairing)).toBeNull()
  })

  it('a code is gone after ten minutes', async () => {
    const late = await code()
    office.clock.advance(10 * 60_000)
    expect(await pairWithOffice(wish(late, office.publicOrigin))).toMatchObject({
      code: 'replica.code-wrong',
    })
  })

  it('somebody in between cannot put in a key of their own, at neither end', async () => {
    const key = writePublicKey(generateKeyPairSync('ed25519').publicKey)
    const swap = (bytes: Buffer) =>
      Buffer.from(bytes.toString('utf8').replace(/"publicKey":"[^"]+"/u, `"publicKey":"${key}"`))
    between.twist = (_, bytes) => swap(bytes)
    expect(await pairWithOffice(wish(await code(), between.origin))).toMatchObject({
      code: 'replica.office-unproven',
    })
    expect(readState(places.pairing)).toBeNull()
    const typed = await code()
    const offer = between.seen.at(-1)?.body ?? ''
    const replayed = await fetch(`${office.publicOrigin}/api/public/replicas/pairing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: office.publicOrigin },
      body: swap(Buffer.from(offer)).toString('utf8'),
    })
    expect(replayed.status).toBe(403)
    // The pairing that went wrong on its way stays at the desk until it is ended; the computer pairs with a fresh code.
    expect(typed).not.toBe('')
  })

  it('is done once by a code; the same code pairs nobody else', async () => {
    const typed = await code()
    expect(await pairWithOffice(wish(typed, between.origin))).toMatchObject({ ok: true })
    const other = replicaFolder()
    expect(await pairWithOffice(wish(typed, office.publicOrigin, other))).toMatchObject({
      code: 'replica.code-wrong',
    })
  })
})

describe('what a kiosk computer believes', () => {
  it('a piece that was cut off is gone on with where it broke', async () => {
    let cuts = 0
    const partOf = (path: string) => join(places.parts, `${path.split('/').at(-1) ?? ''}.part`)
    between.twist = (path, bytes) =>
      isPiece(path) && bytes.byteLength > 400 && cuts++ === 0
        ? { cutAfter: 300, once: () => existsSync(partOf(path)) && statSync(partOf(path)).size === 300 }
        : bytes
    expect(await pullOnce(folder, office.clock)).toMatchObject({ code: 'replica.office-unreachable' })
    expect(current()).toBeNull()
    const [part] = readdirSync(places.parts)
    expect(statSync(join(places.parts, part ?? '')).size).toBe(300)
    const before = between.seen.length
    expect(await pullOnce(folder, office.clock)).toMatchObject({
      ok: true,
      value: { current: { sequence: 1 } },
    })
    const asked = between.seen.slice(before).find(({ path }) => path.includes((part ?? '').slice(0, 64)))
    expect(asked?.headers['range']).toBe('bytes=300-')
  })

  it('no piece that is not what the signed list names: each is tried', async () => {
    await publish('关于河西村用水的通知')
    for (let tried = 0; ; tried++) {
      let came = 0
      between.twist = (path, bytes) => {
        // The first that comes is let through, so that every turn gets one further.
        if (!isPiece(path) || came++ !== 1) return bytes
        const changed = Buffer.from(bytes)
        changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
        return changed
      }
      const pulled = await pullOnce(folder, office.clock)
      if (pulled.ok) {
        expect(tried).toBeGreaterThan(2)
        break
      }
      expect(pulled.code).toBe('replica.piece-damaged')
      expect(current()?.sequence).toBe(1)
    }
    expect(current()?.sequence).toBe(2)
  })

  it.each([
    [
      'a list that nobody signed',
      (bytes: Buffer) => Buffer.from(bytes.toString('utf8').replace('"sequence":', '"sequence":1')),
      'replica.snapshot-invalid',
    ],
    ['an older one', (bytes: Buffer) => signedAnew(bytes, { sequence: 1 }), 'replica.snapshot-older'],
    [
      'one of another office, or of this one restored from a backup',
      (bytes: Buffer) => signedAnew(bytes, { instanceId: 'other' }),
      'replica.office-restored',
    ],
    [
      'one of a newer program',
      (bytes: Buffer) => signedAnew(bytes, { schema: 9000, sequence: 99 }),
      'replica.program-too-old',
    ],
    [
      'one that names a table that is not public',
      (bytes: Buffer) => {
        const { manifest } = JSON.parse(bytes.toString('utf8')) as SignedManifest
        return signedAnew(bytes, {
          sequence: 99,
          pieces: manifest.pieces.map((piece) =>
            piece.table === 'unit' ? { ...piece, table: 'objection' } : piece,
          ),
        })
      },
      'replica.snapshot-invalid',
    ],
    [
      'one that promises other rows than it has',
      (bytes: Buffer) => {
        const { manifest } = JSON.parse(bytes.toString('utf8')) as SignedManifest
        return signedAnew(bytes, {
          sequence: 99,
          pieces: manifest.pieces.map((piece) =>
            piece.table === 'unit' ? { ...piece, rows: piece.rows + 1 } : piece,
          ),
        })
      },
      'replica.snapshot-invalid',
    ],
    [
      'one with a table left out that others lead to',
      (bytes: Buffer) => {
        const { manifest } = JSON.parse(bytes.toString('utf8')) as SignedManifest
        return signedAnew(bytes, {
          sequence: 99,
          pieces: manifest.pieces.filter(({ table }) => table !== 'notice'),
        })
      },
      'replica.snapshot-invalid',
    ],
    ['something that is no list at all', () => Buffer.from('<html>'), 'replica.snapshot-invalid'],
  ] as const)('not %s: what is on show stays', async (_, twist, refusal) => {
    const before = current()
    between.twist = (path, bytes) => (isManifest(path) ? twist(bytes) : bytes)
    expect(await pullOnce(folder, office.clock)).toMatchObject({ ok: false, code: refusal })
    expect(current()).toEqual(before)
  })

  it('a request heard on the way is answered to nobody a second time, and a changed one not at all', async () => {
    const heard = between.seen.findLast(({ path }) => isManifest(path))
    const again = await fetch(`${office.publicOrigin}${heard?.path ?? ''}`, {
      headers: { ...heard?.headers },
    })
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([
      409,
      'replica.request-repeated',
    ])
    const headers = { ...heard?.headers, 'x-board-counter': '999999' }
    expect((await fetch(`${office.publicOrigin}${heard?.path ?? ''}`, { headers })).status).toBe(401)
    expect((await fetch(`${office.publicOrigin}/api/public/replica/manifest`)).status).toBe(401)
  })

  it('goes on after it has lost count of its requests: the office says the number, once', async () => {
    writeState(places.counter, { reserved: 0 })
    expect(await pullOnce(folder, office.clock)).toMatchObject({ ok: true })
  })

  it('a disk that fills up while it builds is said in words; what is on show stays', async () => {
    await publish('关于河西村修路的通知')
    const before = current()
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const work = { run: () => Promise.reject(full) }
    expect(await pullSnapshot({ dataFolder: folder, clock: office.clock, work })).toMatchObject({
      code: 'replica.disk',
    })
    expect(current()).toEqual(before)
    expect(await pullOnce(folder, office.clock)).toMatchObject({ ok: true, value: { switched: true } })
  })

  it('learns that the office was restored, not that it is a stranger to it', async () => {
    const pairing = readState<Pairing>(places.pairing)
    writeState(places.pairing, { ...pairing, instanceId: '11111111-1111-7111-8111-111111111111' })
    expect(await pullOnce(folder, office.clock)).toMatchObject({ code: 'replica.office-restored' })
    writeState(places.pairing, pairing)
  })

  it('an unsigned report is refused before anything of it is read', async () => {
    const answer = await fetch(`${office.publicOrigin}/api/public/replica/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: office.publicOrigin },
      body: '{"not": "a report"}',
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      401,
      'replica.unknown',
    ])
  })

  it('can be paired anew with the same office, while paired and after an answer was lost', async () => {
    expect(await pairWithOffice(wish(await code(), between.origin))).toMatchObject({ ok: true })
    between.twist = (path, bytes) => (path.endsWith('/pairing') ? Buffer.from('') : bytes)
    expect(await pairWithOffice(wish(await code(), between.origin))).toMatchObject({ ok: false })
    between.twist = (_, bytes) => bytes
    expect(await pairWithOffice(wish(await code(), between.origin))).toMatchObject({ ok: true })
    expect(await pullOnce(folder, office.clock)).toMatchObject({ ok: true })
  })

  it('is answered nothing once the desk has ended the pairing', async () => {
    const { body } = await staff.administrator.get<{ replicas: { id: string; endedAt: string | null }[] }>(
      '/api/desk/replicas',
    )
    expect(
      (await staff.handler.post(`/api/desk/replicas/${body.replicas[0]?.id ?? ''}/end`, {})).status,
    ).toBe(403)
    for (const { id, endedAt } of body.replicas) {
      if (endedAt === null)
        expect((await staff.administrator.post(`/api/desk/replicas/${id}/end`, {})).status).toBe(200)
    }
    const before = current()
    expect(await pullOnce(folder, office.clock)).toMatchObject({ code: 'replica.unknown' })
    expect(current()).toEqual(before)
  })
})
