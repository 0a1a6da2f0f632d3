import type { Editor } from '@tiptap/react'
import type { WordingFinding } from '../../../../domain/wording/wording-finding.ts'
import type { Draft } from '../draft/use-draft.ts'
import { rangeOfHit } from '../editor/gate-marks.ts'

/** Fields that hold one text and can be mended in place. */
type TextField = 'title' | 'addressee' | 'signature' | 'abstract'

function fieldOf({ place }: WordingFinding): TextField | null {
  if (place.part === 'TITLE') return 'title'
  if (place.part !== 'FIELD') return null
  const { field } = place
  return field === 'addressee' || field === 'signature' || field === 'abstract' ? field : null
}

/** Where a finding of the body stands now; null when the text has changed meanwhile. */
function rangeIn(editor: Editor, finding: WordingFinding) {
  const { doc } = editor.state
  const range = rangeOfHit(doc, finding)
  return range && doc.textBetween(range.from, range.to, '\n', '\n') === finding.text ? range : null
}

/** Says whether what was found still stands there: what has been mended leaves the list at once. */
export function stillThere(draft: Draft, finding: WordingFinding): boolean {
  const field = fieldOf(finding)
  if (field !== null) return draft.fields[field].slice(finding.start, finding.end) === finding.text
  return (
    finding.place.part !== 'BODY' || finding.place.of !== undefined || rangeIn(draft.editor, finding) !== null
  )
}

/** Says whether one click can mend it. */
export function canApply(finding: WordingFinding): boolean {
  const inText = finding.place.part === 'BODY' && finding.place.of === undefined
  return finding.suggestion !== null && (inText || fieldOf(finding) !== null)
}

/** Puts the suggestions in place: fields by field, the whole body in one step that one undo takes back. */
export function applyFindings(draft: Draft, findings: readonly WordingFinding[]): void {
  // From the end, so that what stands before keeps its place.
  const ordered = findings.filter(canApply).toSorted((one, other) => other.start - one.start)
  for (const field of ['title', 'addressee', 'signature', 'abstract'] as const) {
    const inField = ordered.filter((finding) => fieldOf(finding) === field && stillThere(draft, finding))
    if (inField.length === 0) continue
    const mended = inField.reduce(
      (text, { start, end, suggestion }) => text.slice(0, start) + (suggestion ?? '') + text.slice(end),
      draft.fields[field],
    )
    draft.setField(field, mended)
  }
  const { editor } = draft
  const ranges = ordered
    .flatMap((finding) => {
      const range = finding.place.part === 'BODY' ? rangeIn(editor, finding) : null
      return range ? [{ ...range, suggestion: finding.suggestion ?? '' }] : []
    })
    .toSorted((one, other) => other.from - one.from)
  if (ranges.length === 0) return
  const change = editor.state.tr
  for (const { from, to, suggestion } of ranges) {
    if (suggestion === '') change.delete(from, to)
    else change.insertText(suggestion, from, to)
  }
  editor.view.dispatch(change)
}
