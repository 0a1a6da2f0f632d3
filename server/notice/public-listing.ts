import type { Reads, Writes } from '../../db/store.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { bodyText } from '../../domain/notice/body-text.ts'

/**
 * The heading of the public list an edition belongs under, made at first use. Two catalogues that bear one name but are
 * of two regimes have a heading each.
 * @example groupFor(read, write, content, 'GOV') // '5b1c…'
 */
export function groupFor(
  read: Reads,
  write: Writes,
  content: Pick<PublicContent, 'catalogue'>,
  regime: 'GOV' | 'VILLAGE' | 'RESIDENT' | 'PARTY',
): string {
  const catalogueName = content.catalogue?.name ?? ''
  const name = content.catalogue?.level1 ?? ''
  const known = read.edition.group(catalogueName, name, regime)
  if (known) return known.id
  const id = sha256(`${regime}\n${catalogueName}\n${name}`).slice(0, 16)
  write.edition.insertGroup({ id, name, catalogueName, regime })
  return id
}

/**
 * The text an edition is found by, beside its title: body, numbers, unit, names of attachments.
 * @example searchableText(content, '11990000…/2026-00012')
 */
export function searchableText(content: PublicContent, indexNumber: string): string {
  return [
    bodyText(content.body),
    ...(content.texts ?? []).flatMap(({ title, body }) => [title, bodyText(body)]),
    content.documentNumber,
    indexNumber,
    content.addressee,
    content.signature,
    content.unit?.name ?? '',
    ...content.attachments.filter((file) => file.role === 'ATTACHMENT').map((file) => file.name),
  ].join('\n')
}
