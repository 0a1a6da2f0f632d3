import type { Editor } from '@tiptap/react'

/** A stretch of the text, in positions of the document. */
export type BodyRange = { readonly from: number; readonly to: number }

/**
 * Puts the cursor into the text at once. The editor's own `focus` waits for the next picture of the screen: what is typed before it on a
 * slow computer goes to the key that was pressed, and the last letters replace what was to be selected.
 */
export function focusBody(editor: Editor, range?: BodyRange): void {
  if (range) editor.commands.setTextSelection({ from: range.from, to: range.to })
  editor.view.focus()
}

/** Selects a stretch of the text and brings it to the middle of the screen. */
export function showInBody(editor: Editor, range: BodyRange): void {
  focusBody(editor, range)
  const { node } = editor.view.domAtPos(range.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}
