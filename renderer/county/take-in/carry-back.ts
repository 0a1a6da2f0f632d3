import { send } from '../../shared/request.ts'
import { address } from '../county-api.ts'

/** A receipt to carry. */
export type ReceiptToCarry = { readonly officeId: number; readonly number: number }

type Writable = {
  readonly write: (data: Blob) => Promise<void>
  readonly close: () => Promise<void>
}
type Folder = {
  readonly getFileHandle: (
    name: string,
    options: { readonly create: boolean },
  ) => Promise<{ readonly createWritable: () => Promise<Writable> }>
}
type Chooser = { readonly showDirectoryPicker?: (options: { readonly mode: string }) => Promise<Folder> }

/** Whether the browser lets a person name a folder to write into; Firefox does not. */
export function canChooseFolder(): boolean {
  return (window as Chooser).showDirectoryPicker !== undefined
}

function nameIn(header: string | null, fallback: string): string {
  const name = /filename\*=UTF-8''([^;]+)/u.exec(header ?? '')?.[1]
  return name === undefined ? fallback : decodeURIComponent(name)
}

/** Writes receipts into a folder that the person names, the stick as a rule. Null when the person named none. */
export async function carryBack(receipts: readonly ReceiptToCarry[]): Promise<number | null> {
  const choose = (window as Chooser).showDirectoryPicker
  if (choose === undefined) return null
  let folder: Folder
  try {
    folder = await choose({ mode: 'readwrite' })
  } catch {
    // Closed without choosing.
    return null
  }
  for (const { officeId, number } of receipts) {
    const response = await send(address(`offices/${officeId}/receipts/${number}/file`))
    const name = nameIn(response.headers.get('content-disposition'), `${officeId}-${number}.json`)
    const handle = await folder.getFileHandle(name, { create: true })
    const file = await handle.createWritable()
    await file.write(await response.blob())
    // Only now it is on the stick; a pulled one throws here.
    await file.close()
  }
  return receipts.length
}
