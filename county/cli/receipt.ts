import type { Command } from 'commander'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { officeByUscc } from '../office/office-repo.ts'
import { writeReceiptFile } from '../receipt/receipt-file.ts'
import { receiptsSince } from '../receipt/receipts.ts'
import { withCounty } from './with-county.ts'

type ReceiptOptions = CommonOptions & {
  readonly office: string
  readonly out: string
  readonly since: string
}

/**
 * `county receipt`: writes an office's receipts anew, as they were signed, all of them or those after a number.
 * @example county receipt --data DIR --office 11990000000000001G --since 12 --out /media/stick
 */
export function addReceipt(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('receipt'))
    .requiredOption('--office <uscc>', say('cli:county.option.office'))
    .requiredOption('--out <dir>', say('cli:county.option.receipts'))
    .option('--since <number>', say('cli:county.option.since'), '0')
    .action((options: ReceiptOptions) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          if (!/^\d{1,15}$/.test(options.since)) return refuse('request.invalid', { field: 'since' })
          const office = await officeByUscc(deps.sql, options.office)
          if (office === undefined) return refuse('enrolment.office-not-found', { uscc: options.office })
          const receipts = await receiptsSince(deps.sql, office.id, Number(options.since))
          if (receipts.length === 0) return refuse('receipt.not-found')
          const written: string[] = []
          for (const receipt of receipts) {
            const file = await writeReceiptFile(receipt, office.uscc, options.out)
            if (!file.ok) return file
            written.push(file.value)
          }
          return accept({
            data: { receipts: receipts.map(({ number, verdict }) => ({ number, verdict })), written },
            lines: written.map((file) => ({ key: 'receiptWritten', params: { file } })),
          })
        }),
      ),
    )
}
