import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSampleOnce, type Shell } from './run-board.ts'

let sample: Awaited<ReturnType<typeof loadSampleOnce>>
let shell: Shell
beforeAll(async () => {
  sample = await loadSampleOnce()
})
afterAll(() => sample.remove())
beforeEach(() => {
  shell = sample.open()
})
afterEach(() => shell.remove())

/** Changes the database behind the product's back, as a person with a database tool would. */
function tamper(...statements: string[]): void {
  const database = new Sqlite(join(shell.data, 'board.sqlite3'))
  for (const statement of statements) database.exec(statement)
  database.close()
}

describe('board check', () => {
  it('passes on a board that nobody touched', async () => {
    expect(await shell.json(['check'])).toMatchObject({ ok: true, editions: 70, packages: 1 })
  })

  it('finds an event that was rewritten, and names the first that does not fit', async () => {
    tamper(
      'DROP TRIGGER audit_event_no_update',
      `UPDATE audit_event SET actor_name = '别人' WHERE sequence = 40`,
    )
    const ran = await shell.board(['check', '--json'])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ code: 'audit.chain-broken', params: { sequence: 40 } })
    expect(ran.err).toContain('操作记录从第 40 条起对不上')
  })

  it('finds an event that was taken out', async () => {
    tamper('DROP TRIGGER audit_event_no_delete', 'DELETE FROM audit_event WHERE sequence = 40')
    expect(await shell.json(['check'])).toMatchObject({
      code: 'audit.chain-broken',
      params: { sequence: 40 },
    })
  })

  it('finds a published text that was changed afterwards', async () => {
    tamper(
      'DROP TRIGGER edition_frozen',
      `UPDATE edition SET content = replace(content, '云溪', '云西') WHERE id = 3`,
    )
    const ran = await shell.board(['check'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('已发布内容与校验码不符：3')
    expect(ran.err).toContain('有 1 处问题')
  })

  it('finds attachments that are lost or damaged, and names them all', async () => {
    const blobs = join(shell.data, 'blobs')
    const names = readdirSync(blobs).flatMap((prefix) =>
      readdirSync(join(blobs, prefix)).map((name) => join(blobs, prefix, name)),
    )
    expect(names.length).toBeGreaterThan(1)
    rmSync(names[0] ?? '')
    writeFileSync(names[1] ?? '', '坏了')
    const ran = await shell.board(['check'])
    expect(ran.err).toContain('缺少文件：')
    expect(ran.err).toContain('文件损坏：')
    expect(ran.err).toContain('有 2 处问题')
  })

  it('finds a package that was changed', async () => {
    const [name] = readdirSync(join(shell.data, 'packages'))
    writeFileSync(join(shell.data, 'packages', name ?? ''), 'x')
    expect(await shell.json(['check'])).toMatchObject({
      code: 'audit.check-failed',
      params: { first: 'PACKAGE_DAMAGED' },
    })
  })

  it('finds a row that lost what it refers to', async () => {
    tamper('PRAGMA foreign_keys = OFF', `UPDATE notice SET handler_id = 'nobody' WHERE rowid = 5`)
    expect(await shell.json(['check'])).toMatchObject({ params: { first: 'REFERENCE_BROKEN' } })
  })
})
