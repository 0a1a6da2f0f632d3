import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { planPosting } from '../../api/board-api.ts'
import { listNotices } from '../../notice/notice-api.ts'
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
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const [notice, setNotice] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const found = useQuery({
    queryKey: [...NOTICES_KEY, 'to-post', asked],
    queryFn: ({ signal }) =>
      listNotices({ state: 'PUBLISHED', ...(asked === '' ? {} : { q: asked }) }, signal),
    placeholderData: (before) => before,
  })
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
      <Select
        id="plan-notice"
        className="nt-wide"
        showSearch={{ filterOption: false, onSearch: setWords }}
        value={notice}
        placeholder={t('planHere.noticeHint')}
        loading={found.isFetching}
        notFoundContent={t('planHere.none')}
        options={(found.data?.items ?? []).map((row) => ({ value: row.id, label: row.title }))}
        onChange={setNotice}
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
