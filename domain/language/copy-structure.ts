import { inlineText } from '../notice/body-text.ts'
import type { Block, Body, Inline } from '../notice/body.ts'

// Numbers, sums, dates in digits and signs are the same in every script (domain book §9.3: Arabic digits stay).
const SAME_EVERYWHERE = /^[\d\s.,:%+\-–—/()¥￥]+$/u

/**
 * The shape of a text to be translated: the same headings, lists, tables and pictures in the same order, with nothing
 * written in them but what is the same in every language (numbers). A picture's description is left for the translator.
 * @example structureOf(body).content.length === body.content.length // true
 */
export function structureOf(body: Body): Body {
  return { type: 'doc', content: body.content.map(emptied) }
}

function kept(content: readonly Inline[] | undefined): { readonly content?: readonly Inline[] } {
  return content !== undefined && SAME_EVERYWHERE.test(inlineText(content)) ? { content } : {}
}

function emptied(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', ...(block.attrs && { attrs: block.attrs }), ...kept(block.content) }
    case 'heading':
      return { type: 'heading', attrs: block.attrs, ...kept(block.content) }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map(emptied) })),
      }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map(emptied) })),
        })),
      }
    case 'image':
      return { ...block, attrs: { ...block.attrs, alt: '' } }
  }
}
