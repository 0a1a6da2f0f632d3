import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { numberPieces } from '../../../../domain/language/number-run.ts'

function decorations(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, position) => {
    if (!node.isText) return
    let at = position
    for (const { text, ltr } of numberPieces(node.text ?? '')) {
      if (ltr) found.push(Decoration.inline(at, at + text.length, { nodeName: 'bdi', dir: 'ltr' }))
      at += text.length
    }
  })
  return DecorationSet.create(doc, found)
}

/** In the editor of a text written from the right dates and telephone numbers stand as every face will show them. */
export const LtrNumbers = Extension.create({
  name: 'ltrNumbers',
  addProseMirrorPlugins() {
    const key = new PluginKey<DecorationSet>('ltrNumbers')
    return [
      new Plugin({
        key,
        state: {
          init: (_, state) => decorations(state.doc),
          apply: (transaction, set) => (transaction.docChanged ? decorations(transaction.doc) : set),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})
