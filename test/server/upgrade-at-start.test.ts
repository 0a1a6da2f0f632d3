import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadMigrations } from '../../db/migrate.ts'
import { databaseFile } from '../../server/create-deps.ts'
import { seededAt } from '../db/seeded-database.ts'
import { startServerChild } from '../support/kill-server.ts'

it('says each step in which data of an older program are brought up, before it says where the board is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
  try {
    seededAt(loadMigrations().length - 3, databaseFile(folder)).close()
    const upgraded = await startServerChild(folder)
    const said = upgraded.lines.slice(0, 4)
    await upgraded.kill('SIGKILL')
    expect(said.slice(0, 3)).toEqual(['upgrade: 1/3', 'upgrade: 2/3', 'upgrade: 3/3'])
    expect(said[3]).toMatch(/^desk: /)
    const again = await startServerChild(folder)
    const first = again.lines[0]
    await again.kill('SIGKILL')
    expect(first).toMatch(/^desk: /)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
