import { Extension, mergeAttributes, type CommandProps, type Extensions } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { StarterKit } from '@tiptap/starter-kit'
import type { Alignment } from '../../../../domain/notice/body.ts'
import { isAllowedLink } from '../../../../domain/notice/body-check.ts'
import { GateMarks } from './gate-marks.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    alignment: {
      /** Aligns the paragraphs and headings of the selection; null takes the alignment off. */
      setAlignment: (align: Alignment | null) => ReturnType
    }
    noticeImage: {
      /** Puts a picture of this notice at the cursor. */
      insertNoticeImage: (attributes: { attachmentId: string; alt: string }) => ReturnType
    }
  }
}

const ALIGNED = ['paragraph', 'heading']

// A data attribute and not a style attribute: the page's security policy refuses inline styles.
const TextAlignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes() {
    return [
      {
        types: ALIGNED,
        attributes: {
          textAlign: {
            default: null,
            parseHTML: (element) => element.dataset['align'] ?? null,
            renderHTML: (attributes) =>
              typeof attributes['textAlign'] === 'string' ? { 'data-align': attributes['textAlign'] } : {},
          },
        },
      },
    ]
  },
  addCommands() {
    return {
      setAlignment:
        (textAlign) =>
        ({ commands }) =>
          ALIGNED.map((type) => commands.updateAttributes(type, { textAlign })).some(Boolean),
    }
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Shift-l': () => this.editor.commands.setAlignment(null),
      'Mod-Shift-e': () => this.editor.commands.setAlignment('center'),
      'Mod-Shift-r': () => this.editor.commands.setAlignment('right'),
    }
  },
})

// The editor leaves a new picture selected: the next key would replace it. Writing goes on below instead.
function writeOnBelow({ tr, dispatch }: CommandProps): boolean {
  const { selection } = tr
  if (!dispatch || !(selection instanceof NodeSelection)) return true
  const below = selection.$to.pos
  const paragraph = tr.doc.type.schema.nodes['paragraph']
  if (!tr.doc.resolve(below).nodeAfter?.isTextblock && paragraph) tr.insert(below, paragraph.create())
  tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView()
  return true
}

/** A picture names an attachment of the same notice; its address is made when it is drawn. */
function noticeImage(imageBase: string) {
  return Image.extend({
    addAttributes() {
      return {
        attachmentId: {
          default: '',
          parseHTML: (element) => element.dataset['attachmentId'] ?? '',
          renderHTML: () => ({}),
        },
        alt: { default: '' },
      }
    },
    parseHTML() {
      return [{ tag: 'img[data-attachment-id]' }]
    },
    renderHTML({ node, HTMLAttributes }) {
      const id = String(node.attrs['attachmentId'])
      const src = imageBase + encodeURIComponent(id)
      return ['img', mergeAttributes(HTMLAttributes, { src, 'data-attachment-id': id })]
    },
    addInputRules() {
      return []
    },
    addCommands() {
      return {
        insertNoticeImage:
          (attrs: { attachmentId: string; alt: string }) =>
          ({ chain }) =>
            chain().insertContent({ type: 'image', attrs }).command(writeOnBelow).run(),
      }
    },
  })
}

// The usual reading searches the whole table for its columns at every cell: two seconds for a list of 3,000 rows.
// Our own HTML always carries the width at the cell.
const COLUMN_WIDTH = {
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute('colwidth')?.split(',').map(Number) ?? null,
}

/** The schema of a notice's text in the editor: what `Body` knows, and nothing else. */
export function noticeExtensions(imageBase: string): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      heading: { levels: [1, 2, 3, 4] },
      link: {
        autolink: false,
        linkOnPaste: false,
        openOnClick: false,
        isAllowedUri: (address) => isAllowedLink(address),
        HTMLAttributes: { rel: 'noopener noreferrer', target: null },
      },
    }),
    TextAlignment,
    Table.extend({
      addAttributes() {
        return {
          ...this.parent?.(),
          // Columns paper carries forward; part of the text's tree, never of pasted HTML.
          carry: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
        }
      },
    }).configure({ resizable: true, cellMinWidth: 48, lastColumnResizable: false }),
    TableRow,
    TableHeader.extend({
      addAttributes() {
        return { ...this.parent?.(), colwidth: COLUMN_WIDTH }
      },
    }),
    TableCell.extend({
      addAttributes() {
        return { ...this.parent?.(), colwidth: COLUMN_WIDTH }
      },
    }),
    noticeImage(imageBase),
    GateMarks,
  ]
}
