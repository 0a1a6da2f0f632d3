import { EditorContent } from '@tiptap/react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { focusBody } from '../editor/focus-body.ts'
import { Toolbar } from '../editor/toolbar.tsx'
import '../editor/editor.css'
import { TitleHints } from './title-hints.tsx'
import type { Draft } from './use-draft.ts'
import type { Pictures } from './use-pictures.ts'

/** The sheet being written: title in serif, text below, keys above. */
export function DraftPaper(props: { readonly draft: Draft; readonly pictures: Pictures }) {
  const { t } = useTranslation('notice')
  const { draft, pictures } = props
  return (
    <div className="nt-paper">
      <Toolbar editor={draft.editor} addImages={pictures.add} />
      {pictures.running > 0 ? (
        <p className="nt-picture-state" role="status">
          {t('editor.imageRunning', { count: pictures.running })}
        </p>
      ) : null}
      <RefusalMessage error={pictures.error} />
      <div className="nt-sheet">
        <div data-field="title">
          <Input.TextArea
            className="nt-title"
            variant="borderless"
            aria-label={t('fields.title')}
            placeholder={t('fields.titlePlaceholder')}
            rows={1}
            value={draft.fields.title}
            onChange={(event) => {
              draft.setField('title', event.target.value.replaceAll(/\s*\n\s*/gu, ''))
            }}
            onPressEnter={(event) => {
              event.preventDefault()
              focusBody(draft.editor, { from: 0, to: 0 })
            }}
          />
        </div>
        <TitleHints draft={draft} />
        <EditorContent editor={draft.editor} className="nt-editor" />
      </div>
    </div>
  )
}
