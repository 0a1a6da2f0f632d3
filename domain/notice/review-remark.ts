import { bodyBlocks } from './body-text.ts'
import type { Body } from './body.ts'
import type { PublicContent } from './content.ts'
import type { NoticeLanguage } from './language.ts'

/** Fields of the public content a remark can be on, beside title and text. */
export const REMARK_FIELDS = [
  'noticeKind',
  'documentNumber',
  'documentDate',
  'issueDate',
  'disclosureMode',
  'audience',
  'addressee',
  'signature',
  'catalogue',
  'unit',
  'keywords',
  'abstract',
  'validity',
  'change',
  'expiresAt',
  'display',
  'emergency',
  'consultation',
  'interprets',
] as const satisfies readonly (keyof PublicContent)[]
/** One of them. */
export type RemarkField = (typeof REMARK_FIELDS)[number]

/** Where in the frozen text a remark stands. `path` walks `content` indexes from the body's root to a paragraph or heading. */
export type RemarkPlace =
  | { readonly part: 'WHOLE' }
  | { readonly part: 'TITLE' }
  | { readonly part: 'FIELD'; readonly field: RemarkField }
  | { readonly part: 'BODY'; readonly path: readonly number[] }
  /** Null is the title in that language. */
  | { readonly part: 'LANGUAGE'; readonly language: NoticeLanguage; readonly path: readonly number[] | null }
  | { readonly part: 'ATTACHMENT'; readonly attachmentId: string }

/**
 * What stands at a place of the frozen content; null when there is no such place. A remark quotes from it, so that it is
 * still understood when the next draft says something else there.
 * @example textAt(content, { part: 'TITLE' }) // '关于停电检修的通知'
 */
export function textAt(content: PublicContent, place: RemarkPlace): string | null {
  switch (place.part) {
    case 'WHOLE':
      return ''
    case 'TITLE':
      return content.title
    case 'FIELD':
      return fieldText(content, place.field)
    case 'BODY':
      return blockAt(content.body, place.path)
    case 'LANGUAGE': {
      const text = content.texts?.find(({ language }) => language === place.language)
      if (!text) return null
      return place.path === null ? text.title : blockAt(text.body, place.path)
    }
    case 'ATTACHMENT':
      return content.attachments.find((file) => file.id === place.attachmentId)?.name ?? null
  }
}

// Of what is no plain text the field as a whole is meant.
function fieldText(content: PublicContent, field: RemarkField): string {
  const value = content[field]
  return typeof value === 'string' ? value : ''
}

function blockAt(body: Body, path: readonly number[]): string | null {
  const wanted = path.join('.')
  for (const block of bodyBlocks(body)) if (block.path.join('.') === wanted) return block.text
  return null
}
