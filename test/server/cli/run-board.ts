import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../../platform/clock.ts'
import { runBoard } from '../../../server/cli/program.ts'

/** What a command line came to. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** A place of its own for command lines, with a clock and the password of everybody in it. */
export type Shell = {
  readonly folder: string
  readonly data: string
  /** Runs `board …` with `--data`; `{ password }` is what BOARD_PASSWORD holds. */
  readonly board: (words: readonly string[], world?: World) => Promise<Ran>
  /** The same with `--json`, parsed. */
  readonly json: (
    words: readonly string[],
    world?: World,
  ) => Promise<Record<string, unknown> & { readonly ok: boolean }>
  readonly remove: () => void
}

type World = {
  readonly password?: string | null
  readonly stdin?: string
  readonly data?: string | null
  readonly newPassword?: string
}

export const PASSWORD = 'yunxi-2026'

/** What the administrator gives to a new person. */
export const GIVEN_PASSWORD = 'given-2026'

/** Opens a shell over a folder of its own. */
export function openShell(): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'board-cli-'))
  const data = join(folder, 'data')
  let minute = 0
  const clock: Clock = {
    now: () => new Date(Date.parse('2026-11-20T01:00:00.000Z') + 1000 * minute++).toISOString(),
    elapsed: () => minute,
  }
  const board: Shell['board'] = async (words, world = {}) => {
    let out = ''
    let err = ''
    const where =
      world.data === undefined ? ['--data', data] : world.data === null ? [] : ['--data', world.data]
    const code = await runBoard([...words, ...where], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: {
        ...(world.password !== null && { BOARD_PASSWORD: world.password ?? PASSWORD }),
        ...(world.newPassword !== undefined && { BOARD_NEW_PASSWORD: world.newPassword }),
      },
      stdin: async () => world.stdin ?? null,
      clock,
    })
    return { code, out, err }
  }
  return {
    folder,
    data,
    board,
    json: async (words, world) => {
      const ran = await board([...words, '--json'], world)
      return JSON.parse(ran.out) as Record<string, unknown> & { ok: boolean }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Loads the sample office once; every shell that is opened over it has a copy of its own. */
export async function loadSampleOnce(): Promise<{
  readonly open: () => Shell
  readonly remove: () => void
}> {
  const original = openShell()
  const done = await original.board(['sample'])
  if (done.code !== 0) throw new Error(done.err)
  return {
    open: () => {
      const shell = openShell()
      cpSync(original.data, shell.data, { recursive: true })
      return shell
    },
    remove: original.remove,
  }
}

/** Sets the invented office up with its four people. */
export async function initOffice(shell: Shell): Promise<void> {
  const words = [
    'init',
    '--name',
    '示例县云溪镇人民政府',
    '--uscc',
    '11990000000000001G',
    '--region',
    '990000',
  ]
  const done = await shell.board([...words, '--administrator', '陈静'])
  if (done.code !== 0) throw new Error(done.err)
  for (const [name, roles] of [
    ['周敏', 'HANDLER'],
    ['韩立', 'REVIEWER'],
    ['王芳', 'SECRECY_REVIEWER'],
  ] as const) {
    const added = await shell.board(['account', 'add', '--as', '陈静', '--name', name, '--roles', roles], {
      newPassword: GIVEN_PASSWORD,
    })
    if (added.code !== 0) throw new Error(added.err)
    const own = await shell.board(['account', 'password', '--as', name], {
      password: GIVEN_PASSWORD,
      newPassword: PASSWORD,
    })
    if (own.code !== 0) throw new Error(own.err)
  }
}
