import { open, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { receiptFileName } from '../../domain/exchange/package-name.ts'
import { flushFolder } from '../../sealed/write-sealed-zip.ts'
import type { StoredReceipt } from './receipts.ts'

/**
 * Writes a receipt as it is kept into a folder, on a stick or elsewhere: under another name first, flushed and read back. Gives its path.
 * Throws when what comes back is not what was written, or when the disk refuses.
 * @example await writeReceiptFile(receipt, office.uscc, '/media/stick')
 */
export async function writeReceiptFile(
  receipt: StoredReceipt,
  uscc: string,
  folder: string,
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const target = join(folder, receiptFileName(uscc, receipt.number))
  const partial = `${target}.partial`
  try {
    const handle = await open(partial, 'w')
    try {
      await handle.writeFile(receipt.document, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    if ((await readFile(partial, 'utf8')) !== receipt.document)
      throw new Error(`${target} was not written as it is`)
    await rename(partial, target)
    await flushFolder(folder)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  return target
}
