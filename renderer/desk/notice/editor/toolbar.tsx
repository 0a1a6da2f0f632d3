import { useEditorState, type Editor } from '@tiptap/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PictureTools } from './picture-tools.tsx'
import { TableTools } from './table-tools.tsx'
import { ToolbarButton } from './toolbar-button.tsx'

const LEVELS = [
  { level: 1, face: '一、' },
  { level: 2, face: '（一）' },
  { level: 3, face: '1.' },
  { level: 4, face: '（1）' },
] as const

function aligned(editor: Editor, align: 'center' | 'right'): boolean {
  return editor.isActive({ textAlign: align })
}

/** The keys above the text. */
export function Toolbar(props: {
  readonly editor: Editor
  /** Null where a picture cannot be put in. */
  readonly addImages: ((files: readonly File[]) => void) | null
  /** The lines do not run from the left: beginning and end of a line are named so. */
  readonly byLine?: boolean
}) {
  const { editor } = props
  const { t } = useTranslation('notice')
  const picture = useRef<HTMLInputElement>(null)
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      level: LEVELS.find(({ level }) => now.isActive('heading', { level }))?.level ?? 0,
      paragraph: now.isActive('paragraph'),
      bold: now.isActive('bold'),
      underline: now.isActive('underline'),
      bullet: now.isActive('bulletList'),
      ordered: now.isActive('orderedList'),
      table: now.isActive('table'),
      center: aligned(now, 'center'),
      right: aligned(now, 'right'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const go = () => editor.chain().focus()
  return (
    <div className="nt-toolbar" role="toolbar" aria-label={t('editor.toolbar')}>
      <div className="nt-tools">
        <span className="nt-tool-group">
          <ToolbarButton
            face={t('editor.bodyText')}
            name={t('editor.paragraph')}
            keys="Ctrl Alt 0"
            active={at.paragraph}
            press={() => go().setParagraph().run()}
          />
          {LEVELS.map(({ level, face }) => (
            <ToolbarButton
              key={level}
              face={face}
              name={t('editor.heading', { level })}
              keys={`Ctrl Alt ${String(level)}`}
              active={at.level === level}
              press={() => go().toggleHeading({ level }).run()}
            />
          ))}
        </span>
        <span className="nt-tool-group">
          <ToolbarButton
            face={<b>{t('editor.boldFace')}</b>}
            name={t('editor.bold')}
            keys="Ctrl B"
            active={at.bold}
            press={() => go().toggleBold().run()}
          />
          <ToolbarButton
            face={<u>{t('editor.underlineFace')}</u>}
            name={t('editor.underline')}
            keys="Ctrl U"
            active={at.underline}
            press={() => go().toggleUnderline().run()}
          />
        </span>
        <span className="nt-tool-group">
          <ToolbarButton
            face={t(props.byLine ? 'editor.alignStartFace' : 'editor.alignLeftFace')}
            name={t(props.byLine ? 'editor.alignStart' : 'editor.alignLeft')}
            keys="Ctrl Shift L"
            active={!at.center && !at.right}
            press={() => go().setAlignment(null).run()}
          />
          <ToolbarButton
            face={t('editor.alignCenterFace')}
            name={t('editor.alignCenter')}
            keys="Ctrl Shift E"
            active={at.center}
            press={() => go().setAlignment('center').run()}
          />
          <ToolbarButton
            face={t(props.byLine ? 'editor.alignEndFace' : 'editor.alignRightFace')}
            name={t(props.byLine ? 'editor.alignEnd' : 'editor.alignRight')}
            keys="Ctrl Shift R"
            active={at.right}
            press={() => go().setAlignment('right').run()}
          />
        </span>
        <span className="nt-tool-group">
          <ToolbarButton
            face={t('editor.bulletFace')}
            name={t('editor.bullet')}
            keys="Ctrl Shift 8"
            active={at.bullet}
            press={() => go().toggleBulletList().run()}
          />
          <ToolbarButton
            face={t('editor.orderedFace')}
            name={t('editor.ordered')}
            keys="Ctrl Shift 7"
            active={at.ordered}
            press={() => go().toggleOrderedList().run()}
          />
          <ToolbarButton
            face={t('editor.tableFace')}
            name={t('editor.table')}
            active={at.table}
            disabled={at.table}
            press={() => go().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          />
          {props.addImages === null ? null : (
            <ToolbarButton
              face={t('editor.imageFace')}
              name={t('editor.image')}
              press={() => picture.current?.click()}
            />
          )}
        </span>
        <span className="nt-tool-group">
          <ToolbarButton
            face={t('editor.undoFace')}
            name={t('editor.undo')}
            keys="Ctrl Z"
            disabled={!at.undo}
            press={() => go().undo().run()}
          />
          <ToolbarButton
            face={t('editor.redoFace')}
            name={t('editor.redo')}
            keys="Ctrl Y"
            disabled={!at.redo}
            press={() => go().redo().run()}
          />
        </span>
      </div>
      {at.table ? <TableTools editor={editor} /> : null}
      <PictureTools editor={editor} />
      <input
        ref={picture}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          props.addImages?.([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
