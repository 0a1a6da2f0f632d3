import type { Deps } from '../../server/deps.ts'

/** A file put on a working copy past the checks of the upload, as if they had failed. Gives its id. */
export async function plantAttachment(
  deps: Deps,
  noticeId: string,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<string> {
  const sha256 = await deps.blobs.put(file.bytes)
  const id = deps.ids.next()
  const size = file.bytes.byteLength
  deps.store.tx((write, read) =>
    write.attachment.insert({
      ...{ id, noticeId, position: read.attachment.nextPosition(noticeId), role: 'ATTACHMENT' },
      ...{ name: file.name, mediaType: file.mediaType, originalSha256: sha256, originalSize: size },
      ...{ publicSha256: sha256, publicSize: size, stripped: [], passages: [], textRead: true, masks: [] },
      ...{ maskedCount: 0, removed: false, createdAt: deps.clock.now() },
    }),
  )
  return id
}
