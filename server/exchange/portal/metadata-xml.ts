import { PUBLIC_BOARDS, type PublicBoard, standsOn } from '../../../domain/display/public-board.ts'
import { CORE_ELEMENTS, coreMetadata, isMandatory } from '../../../domain/exchange/portal/core-metadata.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { publicOffice } from '../../display/public-views.ts'
import type { PublicEdition } from '../../display/views.ts'
import { publicEntries, type Snapshot } from './public-set.ts'
import { noticePath } from './site/site-path.ts'
import { officialWords } from './site/site-words.ts'
import { xmlText } from './xml-text.ts'

const OPENING = 120

/** Which board's, and under which address the site stands; with an empty one addresses are those within the site. */
export type MetadataQuery = { readonly board: PublicBoard | null; readonly base: string }

function stands(snapshot: Pick<Snapshot, 'store'>, edition: PublicEdition, board: PublicBoard): boolean {
  const stored = snapshot.store.read.edition
    .headsByIndexNumber(edition.indexNumber)
    .find(({ state }) => state === 'PUBLISHED')
  const group = stored && snapshot.store.read.edition.groupById(stored.publicGroupId)
  return (
    group !== undefined &&
    standsOn(board, { regime: group.regime, noticeKind: edition.content.noticeKind, group: group.name })
  )
}

/**
 * The core metadata (GB/T 21063) of everything that stands on a board, or on all of them, as XML, a notice at a time. The file says
 * itself that the names of its elements were not compared with the standard.
 * @example for await (const piece of metadataPieces(snapshot, { board: 'GOV', base: '' })) …
 */
export async function* metadataPieces(
  snapshot: Pick<Snapshot, 'asOf' | 'store'>,
  { board, base }: MetadataQuery,
): AsyncGenerator<string> {
  const say = officialWords()
  const { name, uscc } = publicOffice(snapshot.store.read)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${say('portal:metadata.note').replaceAll('--', '—')} -->
<metadataSet xmlns="urn:disclosure-board:core-metadata:1" standard="GB/T 21063.3-2007" verified="false" office="${xmlText(name)}" uscc="${xmlText(uscc)}" asOf="${snapshot.asOf}" board="${board ?? PUBLIC_BOARDS.filter((one) => one !== 'FINANCE').join(' ')}">
`
  for await (const { notice } of publicEntries(snapshot)) {
    if (notice.state === 'WITHDRAWN' || (board !== null && !stands(snapshot, notice, board))) continue
    const elements = coreMetadata({
      ...notice,
      opening: bodyText(notice.content.body).replaceAll(/\s+/gu, ' ').trim().slice(0, OPENING).toWellFormed(),
      address: base + noticePath(notice.indexNumber),
    })
    const lines = CORE_ELEMENTS.filter((element) => isMandatory(element) || elements[element] !== '').map(
      (element) =>
        `    <element id="${element}" name="${say(`portal:metadata.${element}`)}" obligation="${isMandatory(element) ? 'mandatory' : 'optional'}">${xmlText(elements[element])}</element>`,
    )
    yield `  <resource>\n${lines.join('\n')}\n  </resource>\n`
  }
  yield '</metadataSet>\n'
}
