import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { POSTING_MACHINE } from '../../../../domain/posting/posting-machine.ts'
import type { PhotoFile, PostingView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { markInError } from '../../api/board-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { useSheetChange } from '../life/use-sheet-change.ts'

type Subject = {
  readonly sheet: PostingView
  /** The photograph that is meant; null: the sheet with everything on record of it. */
  readonly photo: PhotoFile | null
}

function ErrorDialog({ sheet, photo, close }: Subject & { readonly close: () => void }) {
  const { t } = useTranslation('board')
  const [reason, setReason] = useState('')
  const mark = useSheetChange(() => markInError(sheet.id, photo?.id ?? null, reason.trim()), close)
  const kind = photo === null ? 'sheet' : 'photo'
  return (
    <Modal
      open
      width={520}
      title={t(`inError.${kind}Title`, { board: sheet.boardName })}
      okText={t('inError.do')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: mark.isPending }}
      onOk={() => mark.mutate(undefined)}
      onCancel={close}
      mask={{ closable: false }}
    >
      <p className="bd-why bd-first">{sheet.title}</p>
      <p>{t(`inError.${kind}Meaning`)}</p>
      <label className="nt-label bd-gap" htmlFor="error-reason">
        {t('act.reason')}
      </label>
      <Input.TextArea
        id="error-reason"
        className="grow"
        maxLength={500}
        placeholder={t(`inError.${kind}Example`)}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalMessage error={mark.error} />
    </Modal>
  )
}

/** Marks a sheet, or a photograph of it, as entered in error, once somebody has said why; nothing for those who only read. */
export function ErrorButton({ sheet, photo }: Subject) {
  const { t } = useTranslation('board')
  const may = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const [open, setOpen] = useState(false)
  const possible =
    photo === null ? POSTING_MACHINE.MARK_ERROR.from.includes(sheet.state) : photo.inError === null
  if (!may || !possible) return null
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-label={t(photo === null ? 'inError.sheetTitle' : 'inError.photoTitle', {
          board: sheet.boardName,
        })}
        onClick={() => setOpen(true)}
      >
        {t('inError.open')}
      </Button>
      {open ? <ErrorDialog sheet={sheet} photo={photo} close={() => setOpen(false)} /> : null}
    </>
  )
}
