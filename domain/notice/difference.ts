import { EMPTY_BODY } from './body.ts'
import type { PublicAttachment, PublicContent } from './content.ts'
import { type BlockDifference, bodyDifference } from './difference-body.ts'
import { type FieldDifference, fieldDifferences } from './difference-fields.ts'
import { type Run, textRuns } from './difference-runs.ts'
import type { RowDifference } from './difference-table.ts'
import type { LanguageText, NoticeLanguage } from './language.ts'

/** A file that came, went, holds something else, or only bears another name. */
export type FileDifference =
  | { readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED'; readonly name: string }
  | { readonly kind: 'RENAMED'; readonly name: string; readonly nameBefore: string }

/** The text in another language as it differs. */
export type TextDifference = {
  readonly language: NoticeLanguage
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  readonly title: readonly Run[]
  readonly body: Blocks
  /** Translator or the mark of machine translation is another. */
  readonly source: boolean
}

/** Blocks of a body; a stretch of unchanged ones that was left out is told by its length. */
export type Blocks = readonly (BlockDifference | SkippedDifference)[]

/** Lines, pictures or rows left out. */
export type SkippedDifference = { readonly block: 'SKIPPED'; readonly count: number }

/** What differs between two public contents: title, fields, text, files, other languages. */
export type Difference = {
  readonly same: boolean
  /** Null where the title stays. */
  readonly title: readonly Run[] | null
  readonly fields: readonly FieldDifference[]
  /** Null where the text stays to the letter and the look. */
  readonly body: Blocks | null
  readonly files: readonly FileDifference[]
  readonly texts: readonly TextDifference[]
  /** Changed blocks and rows that are not listed because there are too many; 0 nearly always. */
  readonly cut: number
}

/** What one difference holds at most, so that no screen chokes on two long lists that have nothing in common. */
export const MOST_DIFFERENT_LINES = 4000

/**
 * What differs between what was published and what shall be, or between any two contents, as plain data. Unchanged parts
 * of long texts are left out and counted, changed ones only beyond `MOST_DIFFERENT_LINES`. The kind and note of a change
 * (更正说明) belong to the edition and are not compared.
 * @example differenceOf(published, submitted).same // false
 */
export function differenceOf(before: PublicContent, after: PublicContent): Difference {
  const fields = fieldDifferences(before, after)
  const files = fileDifferences(before.attachments, after.attachments)
  const pictures = { before: pictureNames(before), after: pictureNames(after) }
  const body = bodyDifference(before.body, after.body, pictures)
  const texts = textDifferences(before.texts ?? [], after.texts ?? [], pictures)
  const shown = bounded(changedBlocks(body) ? body : [])
  const title = before.title === after.title ? null : textRuns(before.title, after.title)
  return {
    same:
      title === null &&
      fields.length === 0 &&
      files.length === 0 &&
      texts.length === 0 &&
      !changedBlocks(body),
    title,
    fields,
    body: changedBlocks(body) ? shown.blocks : null,
    files,
    texts: texts.map(({ blocks, ...text }) => ({ ...text, body: bounded(blocks).blocks })),
    cut: shown.cut + texts.reduce((sum, { blocks }) => sum + bounded(blocks).cut, 0),
  }
}

function changedBlocks(blocks: readonly BlockDifference[]): boolean {
  return blocks.some(({ kind }) => kind !== 'KEPT')
}

// A picture is what its file shows, not the id it got when it was added once more.
function pictureNames(content: PublicContent): (id: string) => string {
  const files = new Map(content.attachments.map(({ id, sha256 }) => [id, sha256]))
  return (id) => files.get(id) ?? id
}

function fileDifferences(
  before: readonly PublicAttachment[],
  after: readonly PublicAttachment[],
): readonly FileDifference[] {
  const listed = (files: readonly PublicAttachment[]) => files.filter(({ role }) => role === 'ATTACHMENT')
  const take = (files: PublicAttachment[], fits: (file: PublicAttachment) => boolean) => {
    const at = files.findIndex(fits)
    return at === -1 ? undefined : files.splice(at, 1)[0]
  }
  const old = [...listed(before)]
  const open: PublicAttachment[] = []
  for (const file of listed(after)) {
    if (!take(old, ({ name, sha256 }) => name === file.name && sha256 === file.sha256)) open.push(file)
  }
  const found = open.map((file): FileDifference => {
    const renamed = take(old, ({ sha256 }) => sha256 === file.sha256)
    if (renamed) return { kind: 'RENAMED', name: file.name, nameBefore: renamed.name }
    const replaced = take(old, ({ name }) => name === file.name)
    return { kind: replaced ? 'CHANGED' : 'ADDED', name: file.name }
  })
  return [...found, ...old.map(({ name }) => ({ kind: 'REMOVED' as const, name }))]
}

type FoundText = Omit<TextDifference, 'body'> & { readonly blocks: readonly BlockDifference[] }

function textDifferences(
  before: readonly LanguageText[],
  after: readonly LanguageText[],
  pictures: Parameters<typeof bodyDifference>[2],
): readonly FoundText[] {
  const languages = [...new Set([...before, ...after].map(({ language }) => language))]
  return languages.flatMap((language): readonly FoundText[] => {
    const old = before.find((text) => text.language === language)
    const fresh = after.find((text) => text.language === language)
    const blocks = bodyDifference(old?.body ?? EMPTY_BODY, fresh?.body ?? EMPTY_BODY, pictures)
    const source =
      old !== undefined &&
      fresh !== undefined &&
      (old.translator !== fresh.translator || old.machine !== fresh.machine)
    const title = textRuns(old?.title ?? '', fresh?.title ?? '')
    const kind = old === undefined ? 'ADDED' : fresh === undefined ? 'REMOVED' : 'CHANGED'
    const same = kind === 'CHANGED' && !source && old?.title === fresh?.title && !changedBlocks(blocks)
    return same ? [] : [{ language, kind, title, source, blocks }]
  })
}

// What stands beside a change helps to find it; what stands far from any is known already.
const CONTEXT = 3

function bounded(blocks: readonly BlockDifference[]): { readonly blocks: Blocks; readonly cut: number } {
  let left = MOST_DIFFERENT_LINES
  let cut = 0
  const shown: (BlockDifference | SkippedDifference)[] = []
  const far = farFromChange(blocks.map(({ kind }) => kind !== 'KEPT'))
  const long = blocks.reduce((sum, block) => sum + sizeOf(block), 0) > MOST_DIFFERENT_LINES
  for (const [at, block] of blocks.entries()) {
    const size = sizeOf(block)
    if (long && far[at] === true) skip(shown, size)
    else if (size <= left) {
      shown.push(block)
      left -= size
    } else if (block.kind === 'KEPT') skip(shown, size)
    else if (block.block === 'TABLE') {
      const rows = nearRows(block.rows)
      const some = rows.slice(0, left)
      shown.push({ ...block, rows: some })
      cut += rows.slice(left).filter(({ kind }) => kind !== 'KEPT').length
      left -= some.length
    } else cut += 1
  }
  return { blocks: shown, cut }
}

function sizeOf(block: BlockDifference): number {
  return block.block === 'TABLE' ? block.rows.length : 1
}

function skip(shown: (BlockDifference | SkippedDifference)[], size: number): void {
  const last = shown[shown.length - 1]
  if (last?.block === 'SKIPPED') shown[shown.length - 1] = { block: 'SKIPPED', count: last.count + size }
  else shown.push({ block: 'SKIPPED', count: size })
}

// The head of a table says what its columns are; it stays whatever is left out.
function nearRows(rows: readonly RowDifference[]): readonly RowDifference[] {
  const far = farFromChange(rows.map(({ kind }) => kind !== 'KEPT'))
  return rows.filter((_, at) => at === 0 || far[at] !== true)
}

function farFromChange(changed: readonly boolean[]): readonly boolean[] {
  const far = changed.map(() => true)
  for (const [at, change] of changed.entries()) {
    if (!change) continue
    for (let near = at - CONTEXT; near <= at + CONTEXT; near += 1) if (near in far) far[near] = false
  }
  return far
}
