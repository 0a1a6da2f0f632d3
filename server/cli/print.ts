import { constants } from 'node:fs'
import { access, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { recordPrint } from '../notice/recall/record-print.ts'
import { lockDataFolder, waitForRunning } from '../data-folder-lock.ts'
import { publicEdition } from '../display/public-views.ts'
import { startBoardServer } from '../start.ts'
import { answer, common, withBoard, type Cli, type CommonOptions } from './cli.ts'
import { rendererFolder } from './renderer-folder.ts'

const UNWRITABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ELOOP'])

/**
 * `board print EDITION --out FILE.pdf`: the sheet of a published edition, by hash or index number, through an
 * installed browser. Uses the board that is running on the folder, else starts one for the moment. Refuses
 * `print.target-unwritable` before anything is printed.
 * @example board print 11…/2026-00012 --data DIR --out 公示.pdf
 */
export function addPrint(cli: Cli, program: Command): void {
  common(cli, program.command('print').argument('<edition>'))
    .requiredOption('--out <file>', cli.sentences.say('cli:option.out'))
    .action((word: string, options: CommonOptions & { out: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps) => {
          const { read } = deps.store
          const current = read.edition.byIndexNumber(word).find((edition) => edition.state === 'PUBLISHED')
          const edition = publicEdition(read, current?.hash ?? word, deps.clock.now())
          if (!edition.ok) return edition
          const target = await checkTarget(options.out)
          if (!target.ok) return target
          const { hash } = edition.value
          const printed = await withPublicAddress(options.data, (address) =>
            deps.printer.print(`${address}/sheet/?edition=${hash}`),
          )
          if (!printed.ok) return printed
          const { bytes, pages } = printed.value
          await writeFile(options.out, bytes)
          recordPrint(deps, { id: 'system', name: 'board print' }, hash, { pages })
          return accept({
            data: { hash, pages, file: options.out },
            lines: [{ key: 'printed', params: { pages, file: options.out } }],
          })
        }),
      ),
    )
}

/** Looks before a browser is started: else the sheet is made for half a minute and then has nowhere to lie. */
async function checkTarget(file: string): Promise<Result<null>> {
  const unwritable = refuse('print.target-unwritable', { file })
  try {
    // A folder of the file's name, or a file where its folder should be.
    if ((await stat(file).catch(absent))?.isDirectory()) return unwritable
    const folder = dirname(resolve(file))
    if (!(await stat(folder)).isDirectory()) return unwritable
    await access(folder, constants.W_OK)
    return accept(null)
  } catch (error) {
    if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    return unwritable
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error
  return null
}

async function withPublicAddress<T>(
  dataFolder: string,
  work: (address: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = lockDataFolder(dataFolder)
  if (!lock.ours) {
    const running = await waitForRunning(dataFolder)
    return running
      ? work(new URL(running.kioskUrl).origin)
      : refuse('office.data-folder-in-use', { deskUrl: '' })
  }
  lock.release()
  const board = await startBoardServer({
    dataFolder,
    deskPort: 0,
    publicPort: 0,
    rendererFolder: rendererFolder(),
  })
  if (!board.ok) return board
  try {
    return await work(new URL(board.value.kioskUrl).origin)
  } finally {
    await board.value.close()
  }
}
