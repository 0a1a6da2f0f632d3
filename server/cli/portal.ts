import { createWriteStream } from 'node:fs'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { PUBLIC_BOARDS, type PublicBoard } from '../../domain/display/public-board.ts'
import type { ListedEntry } from '../../domain/exchange/portal/comparison.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type Answer, answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { refuseUnwritable } from '../../platform/refuse-unwritable.ts'
import type { Sentences } from '../../platform/sentence.ts'
import type { Deps } from '../deps.ts'
import { compareList } from '../exchange/portal/compare-list.ts'
import { comparisonSheet } from '../exchange/portal/comparison-sheet.ts'
import { feedPieces } from '../exchange/portal/feed.ts'
import { writeLedger } from '../exchange/portal/ledger.ts'
import { metadataPieces } from '../exchange/portal/metadata-xml.ts'
import { openSnapshot, type Snapshot } from '../exchange/portal/public-set.ts'
import { type SiteTarget, writeSite } from '../exchange/portal/site/write-site.ts'
import type { PortalComparisonView } from '../exchange/portal/views.ts'
import { asPerson, type Cli, withBoard, withPerson } from './cli.ts'

const ADDRESS = /^https?:\/\/[^\s<>"']+\/$/u

/**
 * `board site|ledger|feed|metadata|compare`: what goes to people and portals without our county program.
 * @example board site --data DIR --as 周敏 --out /media/stick/board
 */
export function addPortal(cli: Cli, program: Command): void {
  addSite(cli, program)
  addLedger(cli, program)
  addPieces(cli, program, 'feed', (snapshot, { base }) => feedPieces(snapshot, { base }))
  addPieces(cli, program, 'metadata', (snapshot, query) => metadataPieces(snapshot, query))
  addCompare(cli, program)
}

function addSite(cli: Cli, program: Command): void {
  asPerson(cli, common(cli, program.command('site')))
    .requiredOption('--out <path>', cli.sentences.say('cli:option.siteOut'))
    .action((options: CommonOptions & { as: string; out: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person) => {
          const out = resolve(options.out)
          const target: SiteTarget = /\.zip$/iu.test(out)
            ? { kind: 'ZIP', file: out }
            : { kind: 'FOLDER', folder: out }
          const written = await writeSite(deps, person, target)
          if (!written.ok) return written
          const { asOf, counts } = written.value
          const params = { out, ...counts }
          return accept({ data: { out, asOf, ...counts }, lines: [{ key: 'siteWritten', params }] })
        }),
      ),
    )
}

function addLedger(cli: Cli, program: Command): void {
  common(cli, program.command('ledger'))
    .requiredOption('--to <file>', cli.sentences.say('cli:option.toFile'))
    .action((options: CommonOptions & { to: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps) => {
          const ledger = await writeLedger(deps)
          return ledger.ok ? saved(options.to, (partial) => writeFile(partial, ledger.value.bytes)) : ledger
        }),
      ),
    )
}

type Query = { readonly base: string; readonly board: PublicBoard | null }

function addPieces(
  cli: Cli,
  program: Command,
  name: 'feed' | 'metadata',
  pieces: (snapshot: Snapshot, query: Query) => AsyncIterable<string>,
): void {
  const command = common(cli, program.command(name))
    .requiredOption('--to <file>', cli.sentences.say('cli:option.toFile'))
    .option('--base <address>', cli.sentences.say('cli:option.siteBase'))
  if (name === 'metadata') {
    command.addOption(
      new Option('--board <board>', cli.sentences.say('cli:option.publicBoard')).choices([...PUBLIC_BOARDS]),
    )
  }
  command.action((options: CommonOptions & { to: string; base?: string; board?: PublicBoard }) =>
    answer(cli, options, () =>
      withBoard(cli, options.data, async (deps: Deps): Promise<Result<Answer>> => {
        const { base = '', board = null } = options
        if (base !== '' && !ADDRESS.test(base)) return refuse('request.invalid', { field: 'base' })
        const snapshot = openSnapshot(deps)
        if (!snapshot.ok) return snapshot
        try {
          return await saved(options.to, (partial) =>
            pipeline(Readable.from(pieces(snapshot.value, { base, board })), createWriteStream(partial)),
          )
        } finally {
          snapshot.value.close()
        }
      }),
    ),
  )
}

/** Writes a file beside its place and puts it there when it is whole and on the disk. Refuses `package.destination-invalid`. */
async function saved(to: string, write: (partial: string) => Promise<void>): Promise<Result<Answer>> {
  const file = resolve(to)
  const partial = `${file}.partial`
  const done = await refuseUnwritable(async () => {
    try {
      await write(partial)
      const handle = await open(partial, 'r+')
      await handle.sync()
      await handle.close()
      await rename(partial, file)
    } catch (error) {
      // In a path through a file there is nothing to take away, and trying says so once more.
      await rm(partial, { force: true }).catch(() => null)
      throw error
    }
  })
  if (!done.ok) return done
  return accept({ data: { file }, lines: [{ key: 'portalSaved', params: { file } }] })
}

// Numbers and places only: titles and the text of a row may hold names, and the command line never prints them.
function compared({ say }: Sentences, view: PortalComparisonView): Answer {
  const { kind, asOf, columns, counts } = view
  const where = ({ sheet, row }: ListedEntry) =>
    sheet === '' ? say('portal:comparison.row', { row }) : say('portal:comparison.sheetRow', { sheet, row })
  const place = ({ sheet, row }: { readonly sheet: string; readonly row: number }) => ({ sheet, row })
  return {
    data: {
      kind,
      asOf,
      columns,
      counts,
      onlyHere: view.onlyHere.map(({ indexNumber }) => indexNumber),
      onlyThere: view.onlyThere.map(place),
      different: view.different.map(({ own, listed, differences }) => ({
        indexNumber: own.indexNumber,
        ...place(listed),
        differences,
      })),
      uncertain: view.uncertain.map(({ own, listed, reason }) => ({
        indexNumbers: own.map(({ indexNumber }) => indexNumber),
        ...place(listed),
        reason,
      })),
      unreadable: view.unreadable.map(({ reason, ...where }) => ({ ...place(where), reason })),
    },
    lines: [
      { key: 'compareCounts', params: counts },
      ...view.different.map(({ own, listed, differences }) => ({
        text: [
          own.indexNumber,
          ...differences.map((one) => say(`portal:comparison.difference.${one}`)),
          where(listed),
        ].join('  '),
      })),
    ],
  }
}

function addCompare(cli: Cli, program: Command): void {
  common(cli, program.command('compare'))
    .requiredOption('--list <file>', cli.sentences.say('cli:option.portalList'))
    .option('--to <file>', cli.sentences.say('cli:option.compareTo'))
    .action((options: CommonOptions & { list: string; to?: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps) => {
          const file = await givenFile(options.list)
          if (!file.ok) return file
          const view = await compareList(deps, file.value)
          if (!view.ok) return view
          if (options.to !== undefined) {
            const sheet = await comparisonSheet(view.value)
            const written = await saved(options.to, (partial) => writeFile(partial, sheet.bytes))
            if (!written.ok) return written
          }
          return accept(compared(cli.sentences, view.value))
        }),
      ),
    )
}
