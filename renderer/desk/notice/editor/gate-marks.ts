import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { GateHit } from '../../../../domain/privacy/gate-hit.ts'

const key = new PluginKey<DecorationSet>('gate-marks')

type Range = { readonly from: number; readonly to: number }

/** Where a hit of the body stands in the editor's document; null when the text has moved away meanwhile. */
export function rangeOfHit(doc: Node, hit: Pick<GateHit, 'place' | 'start' | 'end'>): Range | null {
  if (hit.place.part !== 'BODY') return null
  let node = doc
  let inside = 0
  for (const index of hit.place.path) {
    if (index >= node.childCount) return null
    for (let before = 0; before < index; before += 1) inside += node.child(before).nodeSize
    node = node.child(index)
    inside += 1
  }
  const from = inside + hit.start
  const to = inside + hit.end
  return node.isTextblock && from < to && to <= inside + node.content.size ? { from, to } : null
}

function className(hit: GateHit): string {
  if (hit.override) return 'gate-mark gate-mark-allowed'
  return `gate-mark gate-mark-${hit.severity.toLowerCase()}`
}

function decorate(doc: Node, hits: readonly GateHit[]): DecorationSet {
  return DecorationSet.create(
    doc,
    hits.flatMap((hit) => {
      const range = hit.severity === 'NOTE' ? null : rangeOfHit(doc, hit)
      return range
        ? [Decoration.inline(range.from, range.to, { class: className(hit) }, { hitId: hit.id })]
        : []
    }),
  )
}

/** Underlines what the privacy gate found; the marks move along while the person types on. */
export const GateMarks = Extension.create({
  name: 'gateMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, marks) => {
            const hits = transaction.getMeta(key) as readonly GateHit[] | undefined
            return hits ? decorate(transaction.doc, hits) : marks.map(transaction.mapping, transaction.doc)
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** The key under which a transaction carries fresh hits to the marks. */
export const gateMarksKey = key

/** Where a marked hit stands now. */
export function markedRange(state: EditorState, hitId: string): Range | null {
  const marks = key.getState(state)
  const found = marks?.find(undefined, undefined, (spec) => (spec as { hitId?: string }).hitId === hitId)[0]
  return found ? { from: found.from, to: found.to } : null
}
