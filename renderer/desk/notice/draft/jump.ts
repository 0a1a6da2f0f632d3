import type { Editor } from '@tiptap/react'
import type { GateHit } from '../../../../domain/privacy/gate-hit.ts'
import { focusBody, showInBody } from '../editor/focus-body.ts'
import { markedRange, rangeOfHit } from '../editor/gate-marks.ts'

const FOCUSABLE = 'input, textarea, [contenteditable="true"], [role="combobox"], button'

/** Leads the person to a field of the screen. */
export function jumpToField(root: HTMLElement | null, field: string, editor: Editor): void {
  if (field === 'body') {
    focusBody(editor)
    return
  }
  const place = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true })
}

function selectIn(root: HTMLElement | null, field: string, hit: Pick<GateHit, 'start' | 'end'>): void {
  const input = root?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-field="${CSS.escape(field)}"] :is(input, textarea)`,
  )
  input?.focus()
  input?.setSelectionRange(hit.start, hit.end)
}

/** Leads the person to what the gate found and selects it. */
export function jumpToHit(
  root: HTMLElement | null,
  hit: Pick<GateHit, 'id' | 'place' | 'start' | 'end'>,
  editor: Editor,
): void {
  const { place } = hit
  switch (place.part) {
    case 'TITLE':
      selectIn(root, 'title', hit)
      return
    case 'FIELD':
      selectIn(root, place.field, hit)
      return
    case 'BODY': {
      const range = markedRange(editor.state, hit.id) ?? rangeOfHit(editor.state.doc, hit)
      if (range) showInBody(editor, range)
      return
    }
    case 'LANGUAGE':
      jumpToField(root, `language-${place.language}`, editor)
      return
    case 'ATTACHMENT_NAME':
    case 'ATTACHMENT':
      root
        ?.querySelector(`[data-attachment="${CSS.escape(place.attachmentId)}"]`)
        ?.scrollIntoView({ block: 'center' })
  }
}
