import type { Extensions } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { scriptOf } from '../../../../domain/language/script.ts'
import type { Body } from '../../../../domain/notice/body.ts'
import type { LanguageText } from '../../../../domain/notice/language.ts'
import { scriptAttributes } from '../../../shared/language/script-attributes.ts'
import { bodyOf, toEditor } from '../editor/body-json.ts'
import '../editor/editor.css'
import { Toolbar } from '../editor/toolbar.tsx'
import { useNoticeEditor } from '../editor/use-notice-editor.ts'
import { useLeftOut } from '../use-left-out.ts'
import { LtrNumbers } from './ltr-numbers.ts'

const noImages = () => undefined
const FROM_RIGHT = [LtrNumbers]
const FROM_LEFT: Extensions = []

/**
 * The editor of a text in another language, in the direction of its script. Pictures come with the shape of the Chinese text;
 * others are put into that one first.
 */
export function LanguageEditor(props: {
  readonly text: LanguageText
  readonly imageBase: string
  readonly label: string
  readonly change: (body: Body) => void
}) {
  const { text } = props
  const leftOut = useLeftOut()
  const own = useRef<Body>(text.body)
  const editor = useNoticeEditor({
    body: text.body,
    imageBase: props.imageBase,
    label: props.label,
    changed: () => {
      own.current = bodyOf(editor.state.doc)
      props.change(own.current)
    },
    addImages: noImages,
    leftOut,
    ownsImage: () => true,
    further: scriptOf(text.language).direction === 'RTL' ? FROM_RIGHT : FROM_LEFT,
  })
  useEffect(() => {
    // Masked, taken over from the Chinese text, or loaded anew: it did not come from these keys.
    if (text.body === own.current) return
    own.current = text.body
    editor.commands.setContent(toEditor(text.body), { emitUpdate: false })
  }, [editor, text.body])
  return (
    <div className="nt-paper lg-paper">
      <Toolbar editor={editor} addImages={null} byLine={scriptOf(text.language).direction !== 'LTR'} />
      <div className="lg-page">
        <div className="script lg-sheet" {...scriptAttributes(text.language)}>
          <EditorContent editor={editor} className="nt-editor" />
        </div>
      </div>
    </div>
  )
}
