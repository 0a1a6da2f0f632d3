import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { heldBack, publicNotice, publicOffice } from '../../display/public-views.ts'
import type { PublicEdition, Tombstone } from '../../display/views.ts'
import type { Snapshot } from './public-set.ts'
import { noticePath } from './site/site-path.ts'
import { instantWords, officialWords, type Say } from './site/site-words.ts'
import { xmlText } from './xml-text.ts'

// Entries a feed holds, and withdrawals told of in it.
const FEED_LENGTH = 200
const SUMMARY = 200
// RFC 4122, appendix C: names that are URLs.
const URL_SPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/**
 * The name of a thing for good, made from its number alone (RFC 4122 §4.3, version 5): the same in every copy and after a restore.
 * @example nameOf('urn:board:11…:11…/2026-00412') // 'urn:uuid:6f1c…'
 */
export function nameOf(text: string): string {
  const bytes = createHash('sha1').update(URL_SPACE).update(text).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Under which address the site stands; empty for links within the site the feed lies in. */
export type FeedQuery = { readonly base: string }

const entryName = (uscc: string, indexNumber: string): string => nameOf(`urn:board:${uscc}:${indexNumber}`)

function addressOf(indexNumber: string, base: string): string {
  // The feed lies beside the notices' folder.
  const path = noticePath(indexNumber).split('/').map(encodeURIComponent).join('/')
  return base === '' ? path.replace(/^site\//u, '') : base + path
}

function entry(edition: PublicEdition, first: string, uscc: string, base: string, say: Say): string {
  const { content } = edition
  const summary = content.abstract || bodyText(content.body).replaceAll(/\s+/gu, ' ').trim().slice(0, SUMMARY)
  const author = content.unit?.name ?? content.office.name
  return `  <entry>
    <id>${entryName(uscc, edition.indexNumber)}</id>
    <title>${xmlText(content.title)}</title>
    <updated>${edition.publishedAt}</updated>
    <published>${first}</published>
    <author><name>${xmlText(author)}</name></author>
    <link rel="alternate" type="text/html" hreflang="zh-CN" href="${xmlText(addressOf(edition.indexNumber, base))}"/>
    <category term="${content.noticeKind}" label="${xmlText(say(`terms:noticeKind.${content.noticeKind}`))}"/>
    <summary type="text">${xmlText(summary)}</summary>
  </entry>
`
}

function deleted(gone: Tombstone, at: string, uscc: string, say: Say): string {
  const reason = say('portal:feed.withdrawn', { reason: say(`terms:withdrawalReason.${gone.reason}`) })
  return `  <at:deleted-entry ref="${entryName(uscc, gone.indexNumber)}" when="${at}"><at:comment type="text">${xmlText(reason)}</at:comment></at:deleted-entry>
`
}

/**
 * The newest notices as an Atom feed (RFC 4287), newest first; `updated` is the instant of publication or of the newest edition.
 * Withdrawn ones are told of as deleted entries (RFC 6721) without title or text; what is held back from the public is not in it.
 * @example for await (const piece of feedPieces(snapshot, { base: 'https://…/' })) …
 */
export async function* feedPieces(
  { asOf, store: { read } }: Pick<Snapshot, 'asOf' | 'store'>,
  { base }: FeedQuery,
): AsyncGenerator<string> {
  const say = officialWords()
  const { name, uscc } = publicOffice(read)
  const held = heldBack(read, asOf)
  const rows = read.public.newest(null, FEED_LENGTH, held.ids)
  const gone = read.portal.withdrawnBefore(Number.MAX_SAFE_INTEGER, FEED_LENGTH)
  const instants = [
    ...rows.slice(0, 1).flatMap(({ id }) => read.edition.headById(id)?.publishedAt ?? []),
    ...gone.flatMap(({ id }) => read.edition.withdrawal(id)?.at ?? []),
  ].toSorted()
  const self = `${base === '' ? '' : `${base}site/`}feed.atom`
  yield `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN">
  <id>${nameOf(`urn:board:${uscc}`)}</id>
  <title>${xmlText(say('portal:feed.title', { office: name }))}</title>
  <subtitle>${xmlText(say('portal:feed.subtitle', { at: instantWords(asOf) }))}</subtitle>
  <updated>${instants.at(-1) ?? asOf}</updated>
  <author><name>${xmlText(name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
`
  for (const { indexNumber } of rows) {
    await setImmediate()
    const notice = publicNotice(read, indexNumber, asOf)
    if (!notice.ok || notice.value.state === 'WITHDRAWN') continue
    const first = read.edition.headsByIndexNumber(indexNumber).at(-1)?.publishedAt ?? notice.value.publishedAt
    yield entry(notice.value, first, uscc, base, say)
  }
  for (const { id, indexNumber } of gone) {
    const notice = publicNotice(read, indexNumber, asOf)
    const at = read.edition.withdrawal(id)?.at
    if (at === undefined || !notice.ok || notice.value.state !== 'WITHDRAWN' || held.closed({ id })) continue
    yield deleted(notice.value, at, uscc, say)
  }
  yield '</feed>\n'
}
