import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startBoardServer } from '../../server/start.ts'

it('a folder that cannot be written is refused in words, and nothing is left behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'board-start-'))
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const started = await startBoardServer({ dataFolder: join(file, 'board'), deskPort: 0, publicPort: 0 })
  expect(started).toMatchObject({
    ok: false,
    code: 'office.data-folder-unwritable',
    params: { reason: 'ENOTDIR' },
  })
  rmSync(folder, { recursive: true })
})
