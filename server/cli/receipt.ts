import type { Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, type Answer, common, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { takeReceipts } from '../exchange/receipt/take-receipts.ts'
import type { ReceiptOutcome } from '../exchange/receipt/views.ts'
import { asPerson, type Cli, withPerson } from './cli.ts'

type ImportOptions = CommonOptions & { readonly as: string; readonly code?: string }

function linesOf(cli: Cli, outcome: ReceiptOutcome): readonly Line[] {
  if (outcome.outcome === 'REFUSED') {
    const reason = cli.sentences.refusal({ ok: false, ...outcome })
    return [{ key: 'receiptRefused', params: { name: outcome.name, reason } }]
  }
  const { receipt, tasksOpened, tasksEnded } = outcome
  const { number, sequence, accepted, rejected } = receipt
  const params = { number, sequence, accepted, rejected, opened: tasksOpened, ended: tasksEnded }
  return [
    // Without this a package that waits reads like one of which nothing was returned.
    receipt.verdict === 'HELD' && speaksOfToday(outcome.outcome)
      ? { key: 'receiptHeld', params }
      : { key: `receiptTaken.${outcome.outcome}`, params },
    ...notesOf(outcome),
  ]
}

/** One that was there before, or comes after a newer one, says how it was once. */
function speaksOfToday(outcome: ReceiptOutcome['outcome']): boolean {
  return outcome === 'NEW' || outcome === 'COUNTY_RESTORED'
}

/** What somebody has to know or do besides. */
function notesOf({ outcome, receipt, keyChanged }: Exclude<ReceiptOutcome, { outcome: 'REFUSED' }>): Line[] {
  const lines: Line[] = []
  if (receipt.missingFrom !== null && speaksOfToday(outcome)) {
    lines.push({ key: 'receiptMissing', params: { change: receipt.missingFrom } })
  }
  if (receipt.unknown.length > 0 && outcome !== 'KNOWN') {
    lines.push({ key: 'receiptUnknown', params: { count: receipt.unknown.length } })
    lines.push(...receipt.unknown.map(({ indexNumber }) => ({ text: `  ${indexNumber}` })))
  }
  if (keyChanged) lines.push({ key: 'receiptKeyChanged' })
  return lines
}

/**
 * `board receipt import FILE…`: takes receipts of the county in, each for itself; one that is refused holds no other up, and the
 * command then ends with 1. `--code` takes the code of a printed one.
 * @example board receipt import receipt-….json --data DIR --as 周敏
 */
export function addReceipt(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('import').argument('[file...]')))
    .description(say('cli:help.receiptImport'))
    .option('--code <text>', say('cli:option.receiptCode'))
    .action((files: readonly string[], options: ImportOptions, command: Command) => {
      if (files.length === 0 && options.code === undefined) command.error(say('cli:receiptWhat'))
      return answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const given: { readonly name: string; readonly bytes: Uint8Array }[] = []
          for (const path of files) {
            const file = await givenFile(path)
            if (!file.ok) return file
            given.push({ name: file.value.fileName, bytes: file.value.bytes })
          }
          if (options.code !== undefined) given.push({ name: '', bytes: Buffer.from(options.code, 'utf8') })
          const taken = await takeReceipts(deps, person, given)
          if (!taken.ok) return taken
          const [only] = taken.value
          if (taken.value.length === 1 && only?.outcome === 'REFUSED') return refuse(only.code, only.params)
          return accept({
            data: { results: taken.value },
            lines: taken.value.flatMap((outcome) => linesOf(cli, outcome)),
            failed: taken.value.some(({ outcome }) => outcome === 'REFUSED'),
          })
        }),
      )
    })
}
