import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { fillWords } from '../search/fill-words.ts'
import { ingestPackage, type Ingested } from '../ingest/ingest-package.ts'
import { writeReceiptFile } from '../receipt/receipt-file.ts'
import { outFolder } from './out-folder.ts'
import { withCounty } from './with-county.ts'

type IngestOptions = CommonOptions & { readonly receipts?: string }

const PACKAGE = /^board-.*\.zip(?:\.age)?$/u

/**
 * `county ingest FILE…`: takes packages in, from a stick or a folder (then all that lie in it, by name), and writes their receipts.
 * @example county ingest /media/stick --data DIR --receipts /media/stick
 */
export function addIngest(cli: Cli, program: Command): void {
  common(cli, program.command('ingest').argument('<file...>'))
    .option('--receipts <dir>', cli.sentences.say('cli:county.option.receipts'))
    .action((given: string[], options: IngestOptions) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          const files = await packageFiles(given)
          if (!files.ok) return files
          const { receipts } = options
          const folder = receipts === undefined ? accept(null) : await outFolder(receipts)
          if (!folder.ok) return folder
          const packages: Told[] = []
          const refused: object[] = []
          const lines: Line[] = []
          for (const file of files.value) {
            const taken = await ingestPackage(deps, { file, cameBy: 'FILE', actor: 'cli' })
            if (taken.ok) packages.push(await told(cli, options, file, taken.value, lines))
            else refused.push(refusedFile(cli, file, taken, lines))
          }
          while (await fillWords(deps.sql)) continue
          const failed = refused.length > 0 || packages.some(({ unwritten }) => unwritten.length > 0)
          return accept({ data: { packages, refused }, lines, failed })
        }),
      ),
    )
}

/** A package that was taken in; its receipts are kept at the county also when one could not be written. */
type Told = {
  readonly file: string
  readonly office: string
  readonly sequence: number
  readonly outcome: Ingested['outcome']
  readonly accepted: number
  readonly rejected: number
  readonly missingFrom: number | null
  /** Numbers of its receipts. */
  readonly receipts: readonly number[]
  /** Their files. */
  readonly written: readonly string[]
  readonly unwritten: readonly { readonly receipt: number; readonly code: string }[]
}

async function told(
  cli: Cli,
  { receipts }: IngestOptions,
  file: string,
  taken: Ingested,
  lines: Line[],
): Promise<Told> {
  const { office, sequence, outcome, accepted, rejected, missingFrom, receipt, further } = taken
  const given = [receipt, ...further]
  const params = { office: office.name, sequence, accepted, rejected, missingFrom: missingFrom ?? 0 }
  lines.push({ key: `ingested.${outcome}`, params })
  const written: string[] = []
  const unwritten: { receipt: number; code: string }[] = []
  for (const one of receipts === undefined ? [] : given) {
    const file = await writeReceiptFile(one, office.uscc, receipts ?? '')
    if (file.ok) {
      written.push(file.value)
      lines.push({ key: 'receiptWritten', params: { file: file.value } })
    } else {
      unwritten.push({ receipt: one.number, code: file.code })
      const reason = cli.sentences.refusal(file)
      lines.push({ key: 'receiptNotWritten', params: { number: one.number, reason } })
    }
  }
  return {
    file: basename(file),
    office: office.uscc,
    sequence,
    outcome,
    accepted,
    rejected,
    missingFrom,
    receipts: given.map(({ number }) => number),
    written,
    unwritten,
  }
}

function refusedFile(cli: Cli, file: string, refusal: Refusal, lines: Line[]): object {
  const name = basename(file)
  lines.push({ text: `${name}: ${cli.sentences.refusal(refusal)}` })
  return { file: name, code: refusal.code, params: refusal.params }
}

async function packageFiles(given: readonly string[]): Promise<Result<readonly string[]>> {
  const files: string[] = []
  for (const path of given) {
    const state = await stat(path).catch(() => null)
    if (state === null) return refuse('package.not-found')
    if (!state.isDirectory()) {
      files.push(path)
      continue
    }
    const names = (await readdir(path)).filter((name) => PACKAGE.test(name)).sort()
    for (const name of names) files.push(join(path, name))
  }
  return files.length === 0 ? refuse('package.not-found') : accept(files)
}
