import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRecord } from '../../../../server/notice/archive/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { postSheet } from '../../api/edition-api.ts'
import { useSheetRefresh } from '../../board/life/use-sheet-change.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayOf } from '../minute.ts'
import { useRecordAct } from '../use-record.ts'

/** Records a sheet that already hangs without having been planned; of a former edition too, when that is what hangs. */
export function RegisterPosting(props: {
  readonly id: string
  readonly record: NoticeRecord
  readonly close: () => void
}) {
  const { id, record, close } = props
  const { t } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const refresh = useSheetRefresh()
  const today = dayOf(clock.now)
  const [board, setBoard] = useState<string | null>(
    record.boards.length === 1 ? (record.boards[0]?.id ?? null) : null,
  )
  const [day, setDay] = useState(today)
  const numbers = record.editions.map(({ editionNumber }) => editionNumber)
  const [edition, setEdition] = useState(numbers[0] ?? 1)
  const post = useRecordAct(
    id,
    (boardId: string) => postSheet(id, { boardId, postedOn: day, editionNumber: edition }),
    () => {
      void refresh(id)
      close()
    },
  )
  const group = (own: boolean) =>
    record.boards
      .filter((one) => one.own === own)
      .map((one) => ({ value: one.id, label: [one.name, one.place].filter(Boolean).join('　') }))
  const groups = [
    { label: t('posting.own'), options: group(true) },
    { label: t('posting.others'), options: group(false) },
  ].filter(({ options }) => options.length > 0)
  return (
    <Modal
      open
      title={t('posting.add')}
      okText={t('posting.save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: board === null || day === '', loading: post.isPending }}
      onOk={() => {
        if (board !== null) post.mutate(board)
      }}
      onCancel={close}
    >
      <label className="nt-label" htmlFor="post-board">
        {t('posting.board')}
      </label>
      <Select id="post-board" className="nt-wide" value={board} options={groups} onChange={setBoard} />
      {numbers.length < 2 ? null : (
        <>
          <label className="nt-label" htmlFor="post-edition">
            {t('posting.edition')}
          </label>
          <Select
            id="post-edition"
            className="nt-wide"
            value={edition}
            options={numbers.map((number) => ({
              value: number,
              label: t('posting.editionNumber', { number }),
            }))}
            onChange={setEdition}
          />
        </>
      )}
      <label className="nt-label" htmlFor="post-day">
        {t('posting.day')}
      </label>
      <Input
        id="post-day"
        type="date"
        {...(edition === numbers[0] &&
          record.dates.publishDate !== null && { min: record.dates.publishDate })}
        max={today}
        value={day}
        onChange={(event) => {
          setDay(event.target.value)
        }}
      />
      <RefusalMessage error={post.error} />
    </Modal>
  )
}
