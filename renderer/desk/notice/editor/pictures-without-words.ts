import type { Node } from '@tiptap/pm/model'

/**
 * Where in the text the pictures stand that nobody has put into words yet.
 * @example picturesWithoutWords(editor.state.doc) // [12]
 */
export function picturesWithoutWords(doc: Node): number[] {
  const found: number[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'image' && String(node.attrs['alt'] ?? '').trim() === '') found.push(position)
    return !node.isTextblock
  })
  return found
}
