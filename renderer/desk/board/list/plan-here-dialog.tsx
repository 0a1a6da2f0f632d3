import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '../../../../server/posting/views.ts'
import { SearchedSelect } from '../../../shared/desk/searched-select.tsx'
import { useSearched } from '../../../shared/desk/use-searched.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { planPosting } from '../../api/board-api.ts'
import { findPublished } from '../../notice/notice-api.ts'
import { NOTICES_KEY } from '../../notice/keys.ts'
import { useSheetChange } from '../life/use-sheet-change.ts'

/** Plans a published notice on this board. */
export function PlanHereDialog(props: {
  readonly board: BoardView
  readonly today: string
  readonly close: () => void
}) {
  const { board, today, close } = props
  const { t } = useTranslation('board')
  const [notice, setNotice] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const searched = useSearched([...NOTICES_KEY, 'to-post'], findPublished)
  const plan = useSheetChange(
    (noticeId: string) => planPosting({ noticeId, boardId: board.id, plannedOn: day, spot: null }),
    close,
  )
  return (
    <Modal
      open
      title={t('planHere.title', { board: board.name })}
      okText={t('planHere.do')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: notice === null || day === '', loading: plan.isPending }}
      onOk={() => {
        if (notice !== null) plan.mutate(notice)
      }}
      onCancel={close}
    >
      <label className="nt-label" htmlFor="plan-notice">
        {t('planHere.notice')}
      </label>
      <SearchedSelect
        id="plan-notice"
        searched={searched}
        value={notice}
        placeholder={t('planHere.noticeHint')}
        nothing={t('planHere.none')}
        options={searched.rows.map((row) => ({ value: row.id, label: row.title }))}
        choose={(option) => setNotice(option?.value ?? null)}
      />
      <label className="nt-label bd-gap" htmlFor="plan-here-day">
        {t('plan.day')}
      </label>
      <Input
        id="plan-here-day"
        type="date"
        className="bd-day"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <RefusalMessage error={plan.error} />
    </Modal>
  )
}
