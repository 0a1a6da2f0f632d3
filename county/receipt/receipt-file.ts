import { receiptFileName } from '../../domain/exchange/package-name.ts'
import type { Result } from '../../domain/refusal.ts'
import { writeProvedFile } from '../../platform/proved-file.ts'
import type { StoredReceipt } from './receipts.ts'

/**
 * Writes a receipt as it is kept into a folder, on a stick or elsewhere, and proves it there. Gives its path. Refuses what `writeProvedFile`
 * refuses.
 * @example await writeReceiptFile(receipt, office.uscc, '/media/stick')
 */
export async function writeReceiptFile(
  receipt: StoredReceipt,
  uscc: string,
  folder: string,
): Promise<Result<string>> {
  return writeProvedFile(folder, receiptFileName(uscc, receipt.number), Buffer.from(receipt.document, 'utf8'))
}
