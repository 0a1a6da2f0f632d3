import { useEditorState, type Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { ToolbarButton } from './toolbar-button.tsx'

/** What can be done to the table the cursor is in; a second row of keys, there only while it is needed. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('notice')
  const can = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ merge: now.can().mergeCells(), split: now.can().splitCell() }),
  })
  const go = () => editor.chain().focus()
  return (
    <div className="nt-tools nt-tools-table" role="group" aria-label={t('editor.tableTools')}>
      <span className="nt-tool-group">
        <ToolbarButton
          face={t('editor.rowAbove')}
          name={t('editor.rowAboveName')}
          press={() => go().addRowBefore().run()}
        />
        <ToolbarButton
          face={t('editor.rowBelow')}
          name={t('editor.rowBelowName')}
          press={() => go().addRowAfter().run()}
        />
        <ToolbarButton
          face={t('editor.columnLeft')}
          name={t('editor.columnLeftName')}
          press={() => go().addColumnBefore().run()}
        />
        <ToolbarButton
          face={t('editor.columnRight')}
          name={t('editor.columnRightName')}
          press={() => go().addColumnAfter().run()}
        />
      </span>
      <span className="nt-tool-group">
        <ToolbarButton
          face={t('editor.merge')}
          name={t('editor.mergeName')}
          disabled={!can.merge}
          press={() => go().mergeCells().run()}
        />
        <ToolbarButton
          face={t('editor.split')}
          name={t('editor.splitName')}
          disabled={!can.split}
          press={() => go().splitCell().run()}
        />
        <ToolbarButton
          face={t('editor.headerRow')}
          name={t('editor.headerRowName')}
          press={() => go().toggleHeaderRow().run()}
        />
      </span>
      <span className="nt-tool-group">
        <ToolbarButton
          face={t('editor.deleteRow')}
          name={t('editor.deleteRowName')}
          press={() => go().deleteRow().run()}
        />
        <ToolbarButton
          face={t('editor.deleteColumn')}
          name={t('editor.deleteColumnName')}
          press={() => go().deleteColumn().run()}
        />
        <ToolbarButton
          face={t('editor.deleteTable')}
          name={t('editor.deleteTableName')}
          press={() => go().deleteTable().run()}
        />
      </span>
    </div>
  )
}
