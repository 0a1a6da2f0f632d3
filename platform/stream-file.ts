import { open, type FileHandle } from 'node:fs/promises'
import type { WholeFile } from './blob-store.ts'

const PIECE = 64 * 1024
const STALLED_MS = 60_000

/**
 * A file in pieces of 64 KB, read when the reader asks for the next: however large the file and slow the reader, one piece
 * is in memory. Opened at the first piece, so an answer whose body nobody reads (HEAD) holds nothing open. A file that was
 * written to since it was proved, or a reader who asks for nothing for a minute, ends it with an error. `ended` is called
 * once, however it ends.
 * @example new Response(streamFile(await blobs.whole(hash), () => slots.free()))
 */
export function streamFile(
  file: WholeFile,
  ended: () => void = () => undefined,
  stalledAfter: number = STALLED_MS,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let handle: FileHandle | null = null
  let left = file.size
  let stalled: NodeJS.Timeout | undefined
  let over = false
  const end = async (): Promise<void> => {
    clearTimeout(stalled)
    if (over) return
    over = true
    ended()
    await handle?.close()
  }
  const openProved = async (): Promise<FileHandle> => {
    const opened = await open(file.path, 'r')
    const { size, mtimeMs } = await opened.stat()
    if (size === file.size && mtimeMs === file.changedAt) return opened
    await opened.close()
    throw new Error(`${file.path} was changed on the disk`)
  }
  const watch = (controller: ReadableStreamDefaultController): void => {
    clearTimeout(stalled)
    stalled = setTimeout(() => {
      controller.error(new Error('the reader has stopped'))
      void end()
    }, stalledAfter).unref()
  }
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: watch,
      pull: async (controller) => {
        clearTimeout(stalled)
        try {
          handle ??= await openProved()
          const piece = new Uint8Array(Math.min(PIECE, left))
          const { bytesRead } = await handle.read(piece, 0, piece.length)
          if (bytesRead === 0 && left > 0) throw new Error(`${file.path} was cut short`)
          left -= bytesRead
          if (bytesRead > 0) controller.enqueue(piece.subarray(0, bytesRead))
          if (left > 0) {
            watch(controller)
            return
          }
          controller.close()
          await end()
        } catch (error) {
          await end()
          throw error
        }
      },
      cancel: end,
    },
    // Nothing is read ahead.
    { highWaterMark: 0 },
  )
}

/** Places for files on their way; `take` gives the way to free one, or null when all are taken. */
export type Slots = { readonly take: () => (() => void) | null }

/**
 * So many places.
 * @example const free = openSlots(64).take()
 */
export function openSlots(most: number): Slots {
  let taken = 0
  return {
    take: () => {
      if (taken >= most) return null
      taken++
      return () => {
        taken--
      }
    },
  }
}
