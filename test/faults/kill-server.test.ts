import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBlobStore } from '../../platform/blob-store.ts'
import type { AttachmentView, NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import type { DeskStatus } from '../../server/office/views.ts'
import type { DeskClient } from '../support/desk-client.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { type ServerChild, startServerChild } from '../support/kill-server.ts'
import { paragraphs } from '../support/publish-flow.ts'
import { OFFICE, PASSWORD } from '../support/test-board.ts'
import { openStore } from './approved-notices.ts'

const ROUNDS = 3

let dataFolder: string
let server: ServerChild

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-'))
  server = await startServerChild(dataFolder)
  const desk = await server.desk()
  const administrator = { name: '周敏', password: PASSWORD, roles: ['HANDLER'] }
  await desk.post('/api/desk/setup', { office: OFFICE, administrator })
})

afterEach(async () => {
  await server.kill('SIGKILL')
  rmSync(dataFolder, { recursive: true, force: true })
})

async function signedIn(): Promise<DeskClient> {
  const desk = await server.desk()
  const status = await desk.get<DeskStatus>('/api/desk/status')
  await desk.post('/api/desk/session', { accountId: status.body.people[0]?.id, password: PASSWORD })
  return desk
}

async function killAndStartAgain(): Promise<DeskClient> {
  await server.kill('SIGKILL')
  server = await startServerChild(dataFolder)
  return signedIn()
}

describe('a server killed while people work', () => {
  it('keeps every draft it said was saved, and never half of one', async () => {
    const seed = seedOfRun()
    const random = seededRandom(seed)
    let desk = await signedIn()
    const created = await desk.post<NoticeDetail>('/api/desk/notices', {})
    const { id } = created.body
    let { revision, content } = created.body.draft
    for (let round = 1; round <= ROUNDS; round++) {
      const place = `BOARD_SEED=${seed}, round ${round}`
      const last = revision + 1 + Math.floor(random() * 15)
      let typing = true
      const client = desk
      let waiting = (): void => undefined
      const enough = new Promise<void>((resolve) => (waiting = resolve))
      const typed = (async () => {
        while (typing) {
          const text = `第${revision + 1}次保存。${'河西村停电。'.repeat(200)}`
          const next = { ...content, title: `停电通知${revision + 1}`, body: paragraphs(text) }
          const saved = await client.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
            revision,
            content: next,
          })
          if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
          ;({ revision, content } = saved.body)
          if (revision >= last) waiting()
        }
      })().catch((error: unknown) => {
        // The connection of the save that was under way breaks with the server.
        if (typing) throw error
      })
      await enough
      typing = false
      desk = await killAndStartAgain()
      await typed
      const found = await desk.get<NoticeDetail>(`/api/desk/notices/${id}`)
      const stored = found.body.draft
      expect([revision, revision + 1], place).toContain(stored.revision)
      expect(stored.content.title, place).toBe(`停电通知${stored.revision}`)
      expect(JSON.stringify(stored.content.body), place).toContain(`第${stored.revision}次保存。`)
      if (stored.revision === revision) expect(stored.content, place).toEqual(content)
      ;({ revision, content } = stored)
    }
  })

  it('keeps every file it said was attached, and names none that is not there', async () => {
    const seed = seedOfRun()
    const random = seededRandom(seed)
    let desk = await signedIn()
    const { id } = (await desk.post<NoticeDetail>('/api/desk/notices', {})).body
    const attached: AttachmentView[] = []
    const picture = (shade: number) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background: { r: shade, g: 90, b: 40 } } })
        .png()
        .toBuffer()
    for (let round = 1; round <= ROUNDS; round++) {
      const place = `BOARD_SEED=${seed}, round ${round}`
      const client = desk
      const batch = await Promise.all([0, 1, 2, 3].map((index) => picture(round * 40 + index)))
      const answersBeforeKill = 1 + Math.floor(random() * 3)
      let answered = 0
      let waiting = (): void => undefined
      const enough = new Promise<void>((resolve) => (waiting = resolve))
      const uploads = batch.map((bytes, index) =>
        client
          .upload<AttachmentView>(`/api/desk/notices/${id}/attachments`, `图${round}-${index}.png`, bytes)
          .then(
            (answer) => {
              expect(answer.status, JSON.stringify(answer.body)).toBe(201)
              attached.push(answer.body)
              if (++answered === answersBeforeKill) waiting()
            },
            () => undefined,
          ),
      )
      await enough
      desk = await killAndStartAgain()
      await Promise.all(uploads)
      const found = await desk.get<NoticeDetail>(`/api/desk/notices/${id}`)
      const stored = new Map(found.body.attachments.map((file) => [file.id, file]))
      for (const file of attached) {
        const kept = stored.get(file.id)
        if (!kept) throw new Error(`${place}: ${file.name} is gone`)
        expect(file, place).toMatchObject(kept)
      }
      for (const file of stored.values()) {
        for (const copy of ['', '/original']) {
          const bytes = await desk.raw('GET', `/api/desk/notices/${id}/attachments/${file.id}${copy}`)
          expect(bytes.status, place).toBe(200)
          expect((await bytes.arrayBuffer()).byteLength, place).toBe(
            copy === '' ? file.publicSize : file.size,
          )
        }
      }
    }
    await server.kill('SIGTERM')
    const store = openStore(dataFolder)
    const blobs = openBlobStore(dataFolder)
    for (const { sha256 } of store.read.attachment.blobs())
      expect(existsSync(blobs.pathOf(sha256))).toBe(true)
    expect(store.read.audit.firstBroken()).toBeNull()
    expect(store.database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    store.close()
    expect(readdirSync(dataFolder)).not.toContain('board.sqlite3-wal')
  })

  it('has signed everybody out: the next person at the PC sees nobody’s work', async () => {
    const desk = await signedIn()
    const session = desk.cookie('board-session') ?? ''
    expect(session).not.toBe('')
    await server.kill('SIGKILL')
    server = await startServerChild(dataFolder)
    const fresh = await server.desk()
    const cookie = `board-launch=${fresh.cookie('board-launch')}; board-session=${session}`
    const status = await fresh.raw('GET', '/api/desk/status', { headers: { cookie } })
    expect(((await status.json()) as DeskStatus).session).toBeNull()
    expect((await fresh.raw('GET', '/api/desk/notices', { headers: { cookie } })).status).toBe(401)
    // The key of the former launch opens nothing either.
    expect(
      (
        await fresh.raw('GET', '/api/desk/status', {
          headers: { cookie: `board-launch=${desk.cookie('board-launch')}` },
        })
      ).status,
    ).toBe(401)
  })
})
