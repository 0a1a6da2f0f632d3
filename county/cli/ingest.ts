import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal.ts'
import { fillWords } from '../search/fill-words.ts'
import { ingestPackage, type Ingested } from '../ingest/ingest-package.ts'
import { writeReceiptFile } from '../receipt/receipt-file.ts'
import { answer, common, withCounty, type Cli, type CommonOptions, type Line } from './cli.ts'

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
          const packages: object[] = []
          const refused: object[] = []
          const lines: Line[] = []
          for (const file of files.value) {
            const taken = await ingestPackage(deps, { file, cameBy: 'FILE', actor: 'cli' })
            if (taken.ok) packages.push(await told(options, file, taken.value, lines))
            else refused.push(refusedFile(cli, file, taken, lines))
          }
          while (await fillWords(deps.sql)) continue
          return accept({ data: { packages, refused }, lines, failed: refused.length > 0 })
        }),
      ),
    )
}

async function told(
  { receipts }: IngestOptions,
  file: string,
  taken: Ingested,
  lines: Line[],
): Promise<object> {
  const { office, sequence, outcome, accepted, rejected, missingFrom, receipt, further } = taken
  const given = [receipt, ...further]
  const written: string[] = []
  if (receipts !== undefined) {
    for (const one of given) written.push(await writeReceiptFile(one, office.uscc, receipts))
  }
  const params = { office: office.name, sequence, accepted, rejected, missingFrom: missingFrom ?? 0 }
  lines.push({ key: `ingested.${outcome}`, params })
  for (const path of written) lines.push({ key: 'receiptWritten', params: { file: path } })
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
