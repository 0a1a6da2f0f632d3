import { useEditorState, type Editor } from '@tiptap/react'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NodeSelection } from '@tiptap/pm/state'
import { focusBody } from './focus-body.ts'
import { picturesWithoutWords } from './pictures-without-words.ts'

const LONGEST = 200

/** Under the keys: the words for the selected picture, or how many pictures still have none. Never holds a notice up. */
export function PictureTools({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('notice')
  const id = useId()
  const at = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { selection } = state
      const isPicture = selection instanceof NodeSelection && selection.node.type.name === 'image'
      const without = picturesWithoutWords(state.doc)
      return {
        words: isPicture ? String(selection.node.attrs['alt'] ?? '') : null,
        count: without.length,
        first: without[0] ?? null,
      }
    },
  })
  if (at.words !== null)
    return (
      <div className="nt-picture-words">
        <label htmlFor={id}>{t('editor.pictureWords')}</label>
        <Input
          id={id}
          value={at.words}
          maxLength={LONGEST}
          placeholder={t('editor.pictureWordsExample')}
          onChange={(event) => {
            // The picture stays selected: the field would vanish under the typing hand otherwise.
            editor.commands.updateAttributes('image', { alt: event.target.value.replaceAll(/\s+/gu, ' ') })
          }}
          onPressEnter={() => focusBody(editor)}
        />
      </div>
    )
  const { first } = at
  if (first === null) return null
  return (
    <p className="nt-picture-words">
      <button
        type="button"
        className="nt-link"
        onClick={() => {
          editor.chain().setNodeSelection(first).focus().scrollIntoView().run()
        }}
      >
        {t('missing.pictureWords', { count: at.count })}
      </button>
    </p>
  )
}
