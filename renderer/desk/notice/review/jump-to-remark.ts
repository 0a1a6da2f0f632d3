import type { Editor } from '@tiptap/react'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import { jumpToField } from '../draft/jump.ts'
import { type BodyRange, focusBody, showInBody } from '../editor/focus-body.ts'

// The draft has moved on since the remark: the quoted words are looked for, the nearest to where they stood first.
function rangeOfQuote(editor: Editor, path: readonly number[], quote: string): BodyRange | null {
  const { doc } = editor.state
  let wanted = 0
  for (let index = 0; index < Math.min(path[0] ?? 0, doc.childCount); index += 1) {
    wanted += doc.child(index).nodeSize
  }
  let nearest: BodyRange | null = null
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const at = quote === '' ? -1 : node.textContent.indexOf(quote)
    if (at !== -1) {
      const from = position + 1 + at
      const closer = nearest === null || Math.abs(from - wanted) < Math.abs(nearest.from - wanted)
      if (closer) nearest = { from, to: from + quote.length }
    }
    return false
  })
  return nearest
}

function rangeOfBlock(editor: Editor, path: readonly number[]): BodyRange | null {
  let node = editor.state.doc
  let inside = 0
  for (const index of path) {
    if (index >= node.childCount) return null
    for (let before = 0; before < index; before += 1) inside += node.child(before).nodeSize
    node = node.child(index)
    inside += 1
  }
  return node.isTextblock ? { from: inside, to: inside + node.content.size } : null
}

/** Leads the author of a next draft to what a remark is about. */
export function jumpToRemark(root: HTMLElement | null, remark: RemarkView, editor: Editor): void {
  const { place } = remark
  switch (place.part) {
    case 'WHOLE':
      focusBody(editor)
      return
    case 'TITLE':
      jumpToField(root, 'title', editor)
      return
    case 'FIELD':
      jumpToField(root, FIELDS[place.field] ?? place.field, editor)
      return
    case 'LANGUAGE':
      jumpToField(root, `language-${place.language}`, editor)
      return
    case 'ATTACHMENT':
      root
        ?.querySelector(`[data-attachment="${CSS.escape(place.attachmentId)}"]`)
        ?.scrollIntoView({ block: 'center' })
      return
    case 'BODY': {
      const range = rangeOfQuote(editor, place.path, remark.quote) ?? rangeOfBlock(editor, place.path)
      if (range === null) focusBody(editor)
      else showInBody(editor, range)
    }
  }
}

// Fields of the content whose place on the draft's screen has another name.
const FIELDS: Readonly<Record<string, string>> = { catalogue: 'catalogueItem' }
