import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { loadMigrations } from '../../db/migrate.ts'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { CliIo, Cli as ProgramCli } from '../../platform/cli/cli.ts'
import { lockDataFolder } from '../../platform/data-folder-lock.ts'
import { createDeps, databaseFile } from '../create-deps.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { attemptsFromLog } from '../office/attempts-from-log.ts'
import { checkPasswordOf } from '../office/sign-in.ts'
import { isReplicaFolder } from '../replica/replica-folder.ts'
import { WorkTimedOut } from '../work/work.ts'

/** The world of a board command; tests put their own in. */
export type BoardIo = CliIo & {
  /** All of the standard input, or null when a person sits in front of it. */
  readonly stdin: () => Promise<string | null>
}

/** The board's program while one command line is worked off. */
export type Cli = ProgramCli<BoardIo>

/**
 * Adds `--as NAME`, the person who acts; the password comes from BOARD_PASSWORD or the standard input, never from the
 * command line, which every user of the PC can read.
 * @example asPerson(cli, command)
 */
export function asPerson(cli: Cli, command: Command): Command {
  return command.requiredOption('--as <name>', cli.sentences.say('cli:option.as'))
}

/**
 * Does what may read a file; one that takes too long or too much memory is refused in words, as at the desk.
 * @example await refuseSlowFile(() => openWork().run('readCatalogueFile', file))
 */
export async function refuseSlowFile<T>(work: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WorkTimedOut) return refuse('request.took-too-long')
    throw error
  }
}

/**
 * Opens the board of a data folder for one command and closes it afterwards. Refuses `office.not-set-up` where there
 * is no board, because a mistyped folder must not become an empty board, and `replica.folder-of-replica`.
 * @example await withBoard(cli, options.data, (deps) => …)
 */
export async function withBoard<T>(
  cli: Cli,
  dataFolder: string,
  work: (deps: Deps) => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  if (isReplicaFolder(dataFolder)) return refuse('replica.folder-of-replica')
  if (!existsSync(databaseFile(dataFolder))) return refuse('office.not-set-up')
  return withNewBoard(cli, dataFolder, work)
}

/**
 * The same for a folder that need not hold a board yet.
 * @example await withNewBoard(cli, options.data, (deps) => setUp(deps, request))
 */
export async function withNewBoard<T>(
  cli: Cli,
  dataFolder: string,
  work: (deps: Deps) => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  const deps = openUnderLock(dataFolder, () =>
    createDeps(dataFolder, cli.io.clock ? { clock: cli.io.clock } : {}),
  )
  if (!deps.ok) return deps
  try {
    return await work(deps.value)
  } finally {
    deps.value.store.close()
  }
}

/**
 * Opens a database that has to be made or brought to a newer step only while nobody serves the folder: a running older
 * server would go on with tables that have changed under it. Refuses `office.data-folder-in-use` then.
 */
function openUnderLock<T>(dataFolder: string, open: () => Result<T>): Result<T> {
  if (isNewestStep(databaseFile(dataFolder))) return open()
  const lock = lockDataFolder(dataFolder)
  if (!lock.ours) return refuse('office.data-folder-in-use', { deskUrl: lock.running?.deskUrl ?? '' })
  try {
    return open()
  } finally {
    lock.release()
  }
}

/** False also for a file that is not there or cannot be read: opening it says what is wrong. */
function isNewestStep(file: string): boolean {
  if (!existsSync(file)) return false
  const opened = openDatabase(file, { readonly: true })
  if (!opened.ok) return false
  const step = opened.value.pragma('user_version', { simple: true })
  closeDatabase(opened.value)
  return step === loadMigrations().length
}

/**
 * The password for this command: BOARD_PASSWORD, else the first line of the standard input; empty when there is neither.
 * @example await passwordFrom(io) // 'yunxi-2026'
 */
export async function passwordFrom(io: BoardIo, variable = 'BOARD_PASSWORD'): Promise<string> {
  return io.env[variable] ?? (await io.stdin())?.split(/\r?\n/, 1)[0] ?? ''
}

/**
 * Opens a board and lets a person act after the password has been checked; the procedures then hold the person to the
 * same rules as at the desk. Refuses `office.account-not-found`, `trust.wrong-password`, `trust.too-many-attempts`,
 * `trust.password-must-change`.
 * @example await withPerson(cli, options, (deps, handler) => exportPackage(deps, handler))
 */
export async function withPerson<T>(
  cli: Cli,
  options: { readonly data: string; readonly as: string },
  work: (deps: Deps, person: Principal) => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  return withBoard(cli, options.data, async (deps) => {
    const account = deps.store.read.office.accountByName(options.as)
    if (!account) return refuse('office.account-not-found')
    const person = await checkPasswordOf(
      deps,
      attemptsFromLog(deps, account.id),
      account.id,
      await passwordFrom(cli.io),
    )
    if (!person.ok) return person
    return account.passwordSetByOther ? refuse('trust.password-must-change') : work(deps, person.value)
  })
}
