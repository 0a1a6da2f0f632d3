import { posix } from 'node:path'
import { Buffer } from 'node:buffer'
import { isAllowedLink } from '../../../domain/notice/body-check.ts'
import { detectNumbers } from '../../../domain/privacy/detect-number.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { linkAddress } from '../../../domain/privacy/link-range.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { StrippedPart } from '../views.ts'
import { cleanImage } from './clean-image.ts'
import { contentTypeOf, propertyPassages, type Relation, relationsOf } from './office-package.ts'
import type { MaskWanted, PublicCopy } from './prepared.ts'
import { sweepPackage } from './raw-sweep.ts'
import { cleanWordPart, isOn, withoutNumbers } from './word-clean.ts'
import { hiddenStyles, keepPageSettings } from './word-settings.ts'
import { maskWordPart, wordParagraphs } from './word-text.ts'
import { element, parseXml, serializeXml, type XmlElement } from './xml.ts'
import { readZip, type ZipEntries } from './zip-read.ts'
import { writeZip } from './zip-write.ts'

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts a reader needs, with their content types. A part of any other kind does not reach the public copy. */
const KEPT_PARTS: Readonly<Record<string, string>> = {
  header: `${WORD}.header+xml`,
  footer: `${WORD}.footer+xml`,
  footnotes: `${WORD}.footnotes+xml`,
  endnotes: `${WORD}.endnotes+xml`,
  styles: `${WORD}.styles+xml`,
  numbering: `${WORD}.numbering+xml`,
  settings: `${WORD}.settings+xml`,
  fontTable: `${WORD}.fontTable+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
}
const WITH_TEXT = new Set(['officeDocument', 'header', 'footer', 'footnotes', 'endnotes'])
/**
 * Drawn where a picture cannot be read (old vector formats): one transparent point, so the page keeps its shape.
 * @example EMPTY_PICTURE.length // 70
 */
export const EMPTY_PICTURE: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * Makes the public copy of a Word file from the parts a reader needs, each cleaned and written anew under a name of
 * ours: what is not understood is not carried over. Refuses `attachment.*`.
 * @example await cleanWord(bytes, null)
 */
export async function cleanWord(bytes: Uint8Array, wanted: MaskWanted): Promise<Result<PublicCopy>> {
  const zip = await readZip(bytes)
  if (!zip.ok) return zip
  const main = relationsOf(zip.value, '').find(
    ({ type, external }) => type === 'officeDocument' && !external,
  )?.target
  if (main === undefined || contentTypeOf(zip.value, main) !== `${WORD}.document.main+xml`) {
    return refuse('attachment.damaged')
  }
  const copy = new WordCopy(zip.value, wanted)
  if (!(await copy.addPart(main, 'officeDocument', 'word/document.xml'))) return refuse('attachment.damaged')
  copy.reportLeftBehind(main)
  const dropped = [...copy.dropped, ...commentPassages(zip.value), ...propertyPassages(zip.value)]
  const kept = [...copy.texts(), ...dropped]
  return accept({
    bytes: await writeZip(copy.entries()),
    stripped: copy.stripped,
    dropped: [...dropped, ...(await sweepPackage(zip.value, kept, true))],
    maskedCount: copy.maskedCount,
  })
}

class WordCopy {
  readonly stripped = new Set<StrippedPart>()
  readonly dropped: Passage[] = []
  maskedCount = 0
  readonly #source: ZipEntries
  readonly #wanted: MaskWanted
  readonly #hidden: Set<string>
  readonly #parts = new Map<string, { readonly content: Uint8Array | string; readonly type: string | null }>()
  readonly #names = new Map<string, string>()
  readonly #texts: Passage[] = []
  readonly #used = new Set<string>()

  constructor(source: ZipEntries, wanted: MaskWanted) {
    this.#source = source
    this.#wanted = wanted
    const styles = [...source].find(([name]) => /(?:^|\/)styles\.xml$/i.test(name))?.[1]
    this.#hidden = hiddenStyles(styles === undefined ? null : parseXml(styles), isOn)
  }

  /** Adds a part and what it leads to; false when the part is missing or not well-formed. */
  async addPart(source: string, kind: string, name: string): Promise<boolean> {
    const content = this.#source.get(source)
    const root = content === undefined ? null : parseXml(content)
    if (root === null) return false
    this.#used.add(source)
    this.#names.set(source, name)
    const kept = await this.#relations(source, name)
    if (kind === 'settings') keepPageSettings(root)
    cleanWordPart(root, {
      hiddenStyles: this.#hidden,
      keepsRelation: (id) => kept.some((relation) => relation.id === id),
      stripped: this.stripped,
      dropped: this.dropped,
      paragraph: 0,
    })
    if (WITH_TEXT.has(kind)) {
      for (const { text } of wordParagraphs(root)) {
        this.#texts.push({ where: { kind: 'OTHER', entry: kind }, text, dropped: false })
      }
      this.maskedCount += maskWordPart(root, this.#wanted)
    }
    this.#parts.set(name, {
      content: serializeXml(root),
      type: KEPT_PARTS[kind] ?? `${WORD}.document.main+xml`,
    })
    if (kept.length > 0)
      this.#parts.set(relationsName(name), { content: serializeXml(relationsXml(kept, name)), type: null })
    return true
  }

  async #relations(source: string, name: string): Promise<readonly Relation[]> {
    const kept: Relation[] = []
    for (const relation of relationsOf(this.#source, source)) {
      const target = relation.external
        ? this.#externalTarget(relation)
        : await this.#innerTarget(relation, name)
      if (target !== null) kept.push({ ...relation, target })
    }
    return kept
  }

  #externalTarget({ type, target }: Relation): string | null {
    const personal = detectNumbers(linkAddress(target)).some(({ severity }) => severity !== 'NOTE')
    if (type === 'hyperlink' && isAllowedLink(target) && !personal) return target
    this.stripped.add('EXTERNAL_LINKS')
    this.dropped.push({ where: { kind: 'OTHER', entry: type }, text: linkAddress(target), dropped: true })
    return null
  }

  async #innerTarget({ type, target }: Relation, from: string): Promise<string | null> {
    const known = this.#names.get(target)
    if (known !== undefined) return known
    if (type === 'image') return this.#addImage(target)
    if (!Object.hasOwn(KEPT_PARTS, type)) return null
    // Only the document itself leads to styles, headers and notes; a header that does is not from an office program.
    if (from !== 'word/document.xml') return null
    const name = `word/${type}${this.#names.size}.xml`
    return (await this.addPart(target, type, name)) ? name : null
  }

  async #addImage(target: string): Promise<string | null> {
    const content = this.#source.get(target)
    if (content === undefined) return null
    this.#used.add(target)
    const image = await cleanImage(content)
    if (image.ok && image.value.hadMetadata) this.stripped.add('EXIF')
    if (image.ok) this.dropped.push(...image.value.passages)
    else this.stripped.add('EMBEDDED_FILES')
    const extension = image.ok && image.value.type === 'JPEG' ? 'jpeg' : 'png'
    const name = `word/media/image${this.#names.size}.${extension}`
    this.#names.set(target, name)
    this.#parts.set(name, { content: image.ok ? image.value.bytes : EMPTY_PICTURE, type: null })
    return name
  }

  /** Names what was left behind, so that the person sees it before the public does. */
  reportLeftBehind(main: string): void {
    for (const entry of this.#source.keys()) {
      if (this.#used.has(entry) || entry === main) continue
      if (/^docProps\/|customXml\//i.test(entry)) this.stripped.add('PROPERTIES')
      else if (/comments\w*\.xml$|people\.xml$/i.test(entry)) this.stripped.add('COMMENTS')
      else if (/vba|macros/i.test(entry)) this.stripped.add('MACROS')
      else if (/embeddings\/|activeX\/|afchunk|charts\/|diagrams\//i.test(entry))
        this.stripped.add('EMBEDDED_FILES')
    }
  }

  texts(): readonly Passage[] {
    return this.#texts
  }

  entries(): readonly (readonly [string, Uint8Array | string])[] {
    const overrides = [...this.#parts].flatMap(([name, { type }]) =>
      type === null
        ? []
        : [
            element(
              'Override',
              new Map([
                ['PartName', `/${name}`],
                ['ContentType', type],
              ]),
            ),
          ],
    )
    const defaults = [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
      ['png', 'image/png'],
      ['jpeg', 'image/jpeg'],
    ].map(([extension = '', type = '']) =>
      element(
        'Default',
        new Map([
          ['Extension', extension],
          ['ContentType', type],
        ]),
      ),
    )
    const types = element('Types', new Map([['xmlns', TYPES]]), [...defaults, ...overrides])
    const main = { id: 'rId1', type: 'officeDocument', target: 'word/document.xml', external: false }
    return [
      ['[Content_Types].xml', serializeXml(types)],
      ['_rels/.rels', serializeXml(relationsXml([main], ''))],
      ...[...this.#parts].map(([name, { content }]) => [name, content] as const),
    ]
  }
}

function relationsName(part: string): string {
  return `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`
}

function relationsXml(relations: readonly Relation[], part: string): XmlElement {
  const folder = posix.dirname(part)
  const children = relations.map(({ id, type, target, external }) => {
    const attrs = new Map([
      ['Id', withoutNumbers(id)],
      ['Type', `${OFFICE}/${type}`],
      ['Target', external ? target : posix.relative(folder, target)],
    ])
    if (external) attrs.set('TargetMode', 'External')
    return element('Relationship', attrs)
  })
  return element('Relationships', new Map([['xmlns', RELATIONS]]), children)
}

function commentPassages(entries: ZipEntries): readonly Passage[] {
  return [...entries].flatMap(([name, content]) => {
    if (!/comments\w*\.xml$/i.test(name)) return []
    const root = parseXml(content)
    return (root === null ? [] : wordParagraphs(root)).map(({ text }, index): Passage => ({
      where: { kind: 'COMMENT', paragraph: index + 1 },
      text,
      dropped: true,
    }))
  })
}
