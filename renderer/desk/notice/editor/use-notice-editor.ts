import type { Extensions } from '@tiptap/core'
import { useEditor, type Editor } from '@tiptap/react'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Body } from '../../../../domain/notice/body.ts'
import { toEditor } from './body-json.ts'
import { noticeExtensions } from './extensions.ts'
import { cleanPastedHtml } from './paste.ts'

type Options = {
  readonly body: Body
  readonly imageBase: string
  readonly label: string
  readonly changed: () => void
  readonly addImages: (files: readonly File[]) => void
  /** Told what of a pasted text could not be kept. */
  readonly leftOut: (notes: readonly string[]) => void
  /** Whether a picture belongs to this notice; others, copied from another notice, are left behind. */
  readonly ownsImage: (attachmentId: string) => boolean
  /** What this editor has beyond every other; must stay the same. */
  readonly further?: Extensions
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

function images(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}

function withoutForeignImages(fragment: Fragment, owns: (id: string) => boolean): Fragment {
  const kept: Node[] = []
  fragment.forEach((node) => {
    if (node.type.name === 'image' && !owns(String(node.attrs['attachmentId']))) return
    kept.push(node.isLeaf ? node : node.copy(withoutForeignImages(node.content, owns)))
  })
  return Fragment.fromArray(kept)
}

/** The text editor of one notice. It is made once; the options may change at every render. */
export function useNoticeEditor(options: Options): Editor {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const { imageBase, further } = options
  const extensions = useMemo(() => [...noticeExtensions(imageBase), ...(further ?? [])], [imageBase, further])
  return useEditor(
    {
      extensions,
      content: toEditor(options.body),
      // Our own style sheet has these rules: the page's security policy refuses injected ones.
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: 'nt-text',
          'aria-label': options.label,
          'aria-multiline': 'true',
          role: 'textbox',
        },
        transformPastedHTML: (html, view) => {
          const clean = cleanPastedHtml(html, view.state.schema, parse)
          latest.current.leftOut(clean.notes)
          return clean.html
        },
        transformPasted: (slice) => {
          const content = withoutForeignImages(slice.content, (id) => latest.current.ownsImage(id))
          return content.size === slice.content.size ? slice : Slice.maxOpen(content)
        },
        handlePaste: (_view, event) => {
          // A picture copied alone has no HTML beside it; with HTML the text is what the person meant.
          if (event.clipboardData?.getData('text/html')) return false
          const files = images(event.clipboardData)
          if (files.length === 0) return false
          latest.current.addImages(files)
          return true
        },
        handleDrop: (_view, event) => {
          const files = images(event.dataTransfer)
          if (files.length === 0) return false
          event.preventDefault()
          latest.current.addImages(files)
          return true
        },
      },
      onUpdate: () => {
        latest.current.changed()
      },
    },
    [extensions],
  )
}
