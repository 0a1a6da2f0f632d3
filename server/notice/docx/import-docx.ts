import { refuse, type Result } from '../../../domain/refusal.ts'
import type { Body } from '../../../domain/notice/body.ts'

export function importDocx(
  _: Uint8Array,
): Promise<
  Result<{
    title: string
    body: Body
    images: readonly { id: string; name: string; mediaType: string; bytes: Uint8Array }[]
    notes: readonly string[]
  }>
> {
  return Promise.resolve(refuse('notice.docx-damaged'))
}
