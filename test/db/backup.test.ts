import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDataFolder } from '../../db/backup-folder.ts'
import { manifestText, readManifest } from '../../db/backup-manifest.ts'
import { backupDatabase } from '../../db/backup.ts'
import { openBlobStore } from '../../platform/blob-store.ts'
import { openDatabase } from '../../db/open.ts'
import { restoreDataFolder } from '../../db/restore-folder.ts'
import { storeOver } from '../../db/store.ts'

const CREATED = '2026-11-20T08:00:00.000Z'
const RESTORED = '2026-11-21T01:00:00.000Z'
const OLD_ID = '01990000-0000-7000-8000-00000000000a'
const NEW_ID = '01990000-0000-7000-8000-00000000000b'
const FILE = Buffer.from('示例附件')

let root: string
let dataDir: string
let target: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backup-'))
  dataDir = join(root, 'data')
  target = join(root, 'backup')
  mkdirSync(dataDir)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function open(file = join(dataDir, 'board.sqlite3')): Database {
  const opened = openDatabase(file)
  return opened.ok ? opened.value : expect.fail(opened.code)
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A small office with one attachment, a key and a package; `people` rows are enough to see what was copied. */
async function fill(people: number): Promise<void> {
  const database = open()
  const store = storeOver(database)
  const blob = await openBlobStore(dataDir).put(FILE)
  store.tx((write) => {
    write.office.insertInstance({ id: OLD_ID, createdAt: CREATED })
    for (let serial = 0; serial < people; serial++) {
      write.office.insertAccount({
        id: `person-${serial}`,
        name: `人员${serial}`,
        roles: ['HANDLER'],
        passwordHash: 'x'.repeat(90),
        disabled: false,
        createdAt: CREATED,
      })
    }
  })
  const insert = (sql: string): void => {
    database.exec(sql)
  }
  insert(`INSERT INTO notice (id, state, content, title, revision, handler_id, updated_by, created_at, updated_at)
    VALUES ('n1', 'DRAFT', '{}', '', 1, 'person-0', 'person-0', '${CREATED}', '${CREATED}')`)
  insert(`INSERT INTO attachment VALUES ('a1', 'n1', 0, 'ATTACHMENT', '附件.txt', 'text/plain', '${blob}', 12, '${blob}', 12,
    '[]', '[]', 1, '[]', 0, 0, '${CREATED}')`)
  store.close()
  for (const [name, text] of [
    ['keys/office-ed25519.pem', 'key'],
    ['keys/fingerprint.key', 'fingerprint'],
    ['keys/office-age.txt', 'identity'],
    ['packages/board-x-000001.zip', 'package'],
    ['packages/board-x-000002.zip.age', 'encrypted package'],
    ['packages/board-x-000003.zip.age.staged', 'unfinished'],
  ] as const) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true })
    writeFileSync(join(dataDir, name), text)
  }
}

const people = (database: Database): number =>
  database.prepare('SELECT count(*) FROM account').pluck().get() as number

const backup = () => backupDataFolder({ dataDir, target, createdAt: CREATED })
const restoreTo = (folder: string) =>
  restoreDataFolder({ source: target, dataDir: folder, newInstanceId: NEW_ID, restoredAt: RESTORED })

describe('a backup of the database', () => {
  it('holds what has been written but not yet moved into the main file', async () => {
    await fill(1)
    const live = open()
    live.exec(`UPDATE account SET name = '周敏'`)
    expect(statSync(join(dataDir, 'board.sqlite3-wal')).size).toBeGreaterThan(0)
    const copied = await backupDatabase(live, join(root, 'copy.sqlite3'))
    expect(copied).toMatchObject({ ok: true })
    live.close()
    const copy = open(join(root, 'copy.sqlite3'))
    expect(copy.prepare('SELECT name FROM account').pluck().get()).toBe('周敏')
    copy.close()
  })

  it('never replaces a file that is there', async () => {
    await fill(1)
    const live = open()
    writeFileSync(target, '别的文件')
    expect(await backupDatabase(live, target)).toMatchObject({ code: 'backup.target-exists' })
    live.close()
    expect(readFileSync(target, 'utf8')).toBe('别的文件')
  })

  it('is refused, and leaves nothing, when the database is damaged', async () => {
    await fill(2000)
    const file = join(dataDir, 'board.sqlite3')
    const bytes = readFileSync(file)
    bytes.fill(0xee, bytes.length - 40_000, bytes.length - 20_000)
    writeFileSync(file, bytes)
    const live = openDatabase(file, { readonly: true })
    if (!live.ok) return expect.fail(live.code)
    expect(await backupDatabase(live.value, join(root, 'copy.sqlite3'))).toMatchObject({
      code: 'office.database-damaged',
    })
    live.value.close()
    expect(readdirSync(root)).toEqual(['data'])
  })
})

describe('a backup of the data folder', () => {
  it('is made while the board is writing, and comes back whole under a new id', async () => {
    await fill(500)
    const live = open()
    live.exec(`UPDATE account SET name = '周敏' WHERE id = 'person-7'`)
    const made = await backup()
    live.close()
    expect(made).toMatchObject({ ok: true, value: { instanceId: OLD_ID, missing: [] } })
    expect(readdirSync(target).sort()).toEqual(['backup.json', 'blobs', 'board.sqlite3', 'keys', 'packages'])
    if (process.platform !== 'win32') {
      expect(statSync(target).mode & 0o077).toBe(0)
      expect(statSync(join(target, 'keys', 'office-ed25519.pem')).mode & 0o077).toBe(0)
    }

    const restored = join(root, 'restored')
    expect(await restoreTo(restored)).toMatchObject({ ok: true })
    const database = open(join(restored, 'board.sqlite3'))
    const store = storeOver(database)
    expect(people(database)).toBe(500)
    expect(store.read.office.accountByName('周敏')?.id).toBe('person-7')
    expect(store.read.office.instance()?.id).toBe(NEW_ID)
    // A receipt for it may still be on its way.
    expect(store.read.exchange.formerInstances()).toEqual([OLD_ID])
    expect(store.read.audit.newest()).toMatchObject({
      action: 'backup.restore',
      at: RESTORED,
      detail: { from: OLD_ID, backupOf: CREATED, missing: 0 },
    })
    expect(store.read.audit.firstBroken()).toBeNull()
    store.close()
    expect(await openBlobStore(restored).get(hashOf(FILE))).toEqual(FILE)
    expect(readFileSync(join(restored, 'keys', 'office-ed25519.pem'), 'utf8')).toBe('key')
    expect(readFileSync(join(restored, 'keys', 'office-age.txt'), 'utf8')).toBe('identity')
    expect(readdirSync(join(restored, 'packages'))).toEqual(['board-x-000001.zip', 'board-x-000002.zip.age'])
    expect(readdirSync(root).sort()).toEqual(['backup', 'data', 'restored'])
  })

  it('can be restored twice: the first restore has not touched it', async () => {
    await fill(3)
    await backup()
    expect((await restoreTo(join(root, 'one'))).ok).toBe(true)
    expect((await restoreTo(join(root, 'two'))).ok).toBe(true)
  })

  it('names an attachment that the office has lost, instead of stopping or keeping silent', async () => {
    await fill(1)
    const path = `blobs/${hashOf(FILE).slice(0, 2)}/${hashOf(FILE).slice(2)}`
    writeFileSync(join(dataDir, path), '坏了')
    expect(await backup()).toMatchObject({ ok: true, value: { missing: [path] } })
    expect(existsSync(join(target, path))).toBe(false)
    expect(await restoreTo(join(root, 'restored'))).toMatchObject({ ok: true, value: { missing: [path] } })
  })

  it('holds the public copy that an edition froze, also when a newer one has taken its place', async () => {
    await fill(1)
    const frozen = await openBlobStore(dataDir).put(Buffer.from('先前的公开件'))
    const live = open()
    live.exec(
      `INSERT INTO submission (id, notice_id, hash, content, submitted_by, submitted_at, closed)
         VALUES ('s1', 'n1', 'h', '{"attachments":[{"sha256":"${frozen}"}]}', 'person-0', '', 1)`,
    )
    live.close()
    rmSync(openBlobStore(dataDir).pathOf(frozen))
    expect(await backup()).toMatchObject({
      ok: true,
      value: { missing: [`blobs/${frozen.slice(0, 2)}/${frozen.slice(2)}`] },
    })
  })

  it('is refused where there is no board', async () => {
    expect(await backup()).toMatchObject({ code: 'backup.not-a-backup' })
    expect(existsSync(target)).toBe(false)
  })

  it('never writes into a folder that is there', async () => {
    await fill(1)
    mkdirSync(target)
    expect(await backup()).toMatchObject({ code: 'backup.target-exists' })
    expect(readdirSync(target)).toEqual([])
  })
})

describe('a restore', () => {
  beforeEach(async () => {
    await fill(300)
    expect((await backup()).ok).toBe(true)
  })

  it('never writes into a folder that holds something', async () => {
    const before = readFileSync(join(dataDir, 'board.sqlite3'))
    expect(await restoreTo(dataDir)).toMatchObject({ code: 'backup.target-exists' })
    expect(readFileSync(join(dataDir, 'board.sqlite3')).equals(before)).toBe(true)
  })

  it('takes an empty folder', async () => {
    mkdirSync(join(root, 'empty'))
    expect((await restoreTo(join(root, 'empty'))).ok).toBe(true)
  })

  it.each([
    'board.sqlite3',
    'keys/office-ed25519.pem',
    'keys/fingerprint.key',
    `blobs/${hashOf(FILE).slice(0, 2)}/${hashOf(FILE).slice(2)}`,
  ])('is refused, and leaves nothing, when one byte of %s is another', async (path) => {
    const bytes = readFileSync(join(target, path))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(join(target, path), bytes)
    expect(await restoreTo(join(root, 'restored'))).toEqual({
      ok: false,
      code: 'backup.damaged',
      params: { file: path },
    })
    expect(readdirSync(root).sort()).toEqual(['backup', 'data'])
  })

  it('is refused at every byte of the list of files', async () => {
    const text = readFileSync(join(target, 'backup.json'))
    for (let at = 0; at < text.length; at++) {
      const bytes = Buffer.from(text)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(join(target, 'backup.json'), bytes)
      expect(await restoreTo(join(root, 'restored')), `byte ${at}`).toMatchObject({ code: 'backup.damaged' })
    }
    expect(existsSync(join(root, 'restored'))).toBe(false)
  })

  it('is refused when a file is missing or cut short', async () => {
    const file = join(target, 'board.sqlite3')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length - 4096))
    expect(await restoreTo(join(root, 'restored'))).toMatchObject({
      code: 'backup.damaged',
      params: { file: 'board.sqlite3' },
    })
    rmSync(file)
    expect(await restoreTo(join(root, 'restored'))).toMatchObject({
      code: 'backup.damaged',
      params: { file: 'board.sqlite3' },
    })
  })

  it('is refused when the database was damaged before its hash was taken', async () => {
    const file = join(target, 'board.sqlite3')
    const bytes = readFileSync(file)
    bytes.fill(0xee, bytes.length - 12_000, bytes.length - 4_000)
    writeFileSync(file, bytes)
    const manifest = readManifest(readFileSync(join(target, 'backup.json'), 'utf8'))
    if (!manifest) return expect.fail('no manifest')
    const files = manifest.files.map((one) =>
      one.path === 'board.sqlite3' ? { ...one, sha256: hashOf(bytes) } : one,
    )
    writeFileSync(join(target, 'backup.json'), manifestText({ ...manifest, files }))
    expect(await restoreTo(join(root, 'restored'))).toMatchObject({ code: 'backup.damaged' })
    expect(existsSync(join(root, 'restored'))).toBe(false)
  })

  it.each(['../outside', '/etc/passwd', 'keys/../../outside', 'keys/.ssh', 'blobs/ab/..', 'C:\\x'])(
    'is refused when the list names %s',
    async (path) => {
      const manifest = readManifest(readFileSync(join(target, 'backup.json'), 'utf8'))
      if (!manifest) return expect.fail('no manifest')
      const files = [...manifest.files, { path, sha256: hashOf(FILE), size: FILE.length }]
      writeFileSync(join(target, 'backup.json'), manifestText({ ...manifest, files }))
      expect(await restoreTo(join(root, 'restored'))).toMatchObject({ code: 'backup.damaged' })
    },
  )

  it('is refused by a program that is older than the backup', async () => {
    const file = join(target, 'board.sqlite3')
    const database = open(file)
    database.pragma('journal_mode = DELETE')
    database.pragma('user_version = 9999')
    database.close()
    const manifest = readManifest(readFileSync(join(target, 'backup.json'), 'utf8'))
    if (!manifest) return expect.fail('no manifest')
    const bytes = readFileSync(file)
    const files = manifest.files.map((one) =>
      one.path === 'board.sqlite3' ? { ...one, sha256: hashOf(bytes), size: bytes.length } : one,
    )
    writeFileSync(join(target, 'backup.json'), manifestText({ ...manifest, files }))
    expect(await restoreTo(join(root, 'restored'))).toMatchObject({ code: 'office.database-newer' })
    expect(existsSync(join(root, 'restored'))).toBe(false)
  })

  it('is refused for a folder that is no backup', async () => {
    rmSync(join(target, 'backup.json'))
    expect(await restoreTo(join(root, 'restored'))).toMatchObject({ code: 'backup.not-a-backup' })
  })

  it.skipIf(process.platform === 'win32')(
    'that is killed half-way leaves no board, and can be done again',
    async () => {
      const blob = join(target, 'blobs', hashOf(FILE).slice(0, 2), hashOf(FILE).slice(2))
      rmSync(blob)
      // A pipe in place of the attachment: opening its other end waits until the restore has come exactly there.
      execFileSync('mkfifo', [blob])
      const script = `
      import { restoreDataFolder } from ${JSON.stringify(new URL('../../db/restore-folder.ts', import.meta.url).href)}
      await restoreDataFolder(${JSON.stringify({ source: target, dataDir: join(root, 'restored'), newInstanceId: NEW_ID, restoredAt: RESTORED })})`
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' })
      const ended = once(child, 'exit')
      const pipe = await openFile(blob, 'w')
      child.kill('SIGKILL')
      await ended
      await pipe.close()
      expect(readdirSync(join(root, 'restored.restoring'))).toContain('board.sqlite3')
      expect(existsSync(join(root, 'restored'))).toBe(false)

      rmSync(blob)
      writeFileSync(blob, FILE)
      expect((await restoreTo(join(root, 'restored'))).ok).toBe(true)
      expect(readdirSync(root).sort()).toEqual(['backup', 'data', 'restored'])
    },
  )

  it('clears away what an earlier restore left when it was cut off', async () => {
    mkdirSync(join(root, 'restored.restoring'))
    writeFileSync(join(root, 'restored.restoring', 'board.sqlite3'), 'half')
    expect((await restoreTo(join(root, 'restored'))).ok).toBe(true)
    expect(readdirSync(root).sort()).toEqual(['backup', 'data', 'restored'])
  })
})
