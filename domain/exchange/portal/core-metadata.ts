import type { CivilDate, PublicContent } from '../../notice/content.ts'

/**
 * Elements of the core metadata (GB/T 21063.3-2007, domain book §5.6), the mandatory six first. Names, order and which are mandatory
 * are from memory [mem]: the text of the standard could not be read.
 */
export const CORE_ELEMENTS = [
  'title',
  'abstract',
  'provider',
  'category',
  'identifier',
  'metadataIdentifier',
  'publishDate',
  'keywords',
  'address',
  'format',
  'maintainer',
  'updateDate',
] as const
/** One element. */
export type CoreElement = (typeof CORE_ELEMENTS)[number]

const MANDATORY: ReadonlySet<CoreElement> = new Set(CORE_ELEMENTS.slice(0, 6))

/**
 * Whether an element has to be there [mem].
 * @example isMandatory('keywords') // false
 */
export function isMandatory(element: CoreElement): boolean {
  return MANDATORY.has(element)
}

/** A published edition with what its metadata say beyond its content. */
export type DescribedEdition = {
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly publishDate: CivilDate
  readonly content: PublicContent
  /** The beginning of the text, for a notice without 内容概述; the element is mandatory. */
  readonly opening: string
  /** Where it can be read; empty when nowhere outside the office. */
  readonly address: string
}

/**
 * The core metadata of an edition; what it does not have is empty, mandatory elements never are.
 * @example coreMetadata(edition).identifier // '11…/2026-00412'
 */
export function coreMetadata(edition: DescribedEdition): Readonly<Record<CoreElement, string>> {
  const { content } = edition
  const { catalogue, office } = content
  const path = catalogue
    ? [catalogue.name, catalogue.level1, catalogue.level2].filter((part) => part !== '')
    : []
  const formats = new Set(['text/html', ...content.attachments.map(({ mediaType }) => mediaType)])
  return {
    title: content.title,
    abstract: content.abstract || edition.opening || content.title,
    provider: content.unit?.name ?? office.name,
    category: path.length > 0 ? path.join('/') : content.noticeKind,
    identifier: edition.indexNumber,
    // An index number stays with the notice; the edition tells one description from the next.
    metadataIdentifier: `${edition.indexNumber}#${String(edition.editionNumber)}-${edition.hash.slice(0, 16)}`,
    publishDate: edition.publishDate,
    keywords: (content.keywords ?? []).join(';'),
    address: edition.address,
    format: [...formats].join(';'),
    maintainer: office.name,
    updateDate: edition.publishDate,
  }
}
