import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRecord, PostingView } from '../../../../server/notice/archive/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { postSheet, removeSheet } from '../../api/edition-api.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayWords } from '../format.ts'
import { dayOf } from '../minute.ts'
import { Panel } from '../panel.tsx'
import { useRecordAct } from '../use-record.ts'

type Props = { readonly id: string; readonly record: NoticeRecord }

function Remove({
  id,
  sheet,
  close,
}: {
  readonly id: string
  readonly sheet: PostingView
  readonly close: () => void
}) {
  const { t } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const today = dayOf(clock.now)
  const [day, setDay] = useState(today)
  const remove = useRecordAct(id, (on: string) => removeSheet(id, sheet.id, on), close)
  return (
    <Modal
      open
      title={t('posting.removeTitle', { board: sheet.board.name })}
      okText={t('posting.save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: day === '', loading: remove.isPending }}
      onOk={() => {
        remove.mutate(day)
      }}
      onCancel={close}
    >
      <label className="nt-label" htmlFor="remove-day">
        {t('posting.day')}
      </label>
      <Input
        id="remove-day"
        type="date"
        min={sheet.postedOn}
        max={today}
        value={day}
        onChange={(event) => {
          setDay(event.target.value)
        }}
      />
      <RefusalMessage error={remove.error} />
    </Modal>
  )
}

function Add({ id, record, close }: Props & { readonly close: () => void }) {
  const { t } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const today = dayOf(clock.now)
  const [board, setBoard] = useState<string | null>(
    record.boards.length === 1 ? (record.boards[0]?.id ?? null) : null,
  )
  const [day, setDay] = useState(today)
  const numbers = record.editions.map(({ editionNumber }) => editionNumber)
  const [edition, setEdition] = useState(numbers[0] ?? 1)
  const sheet = (boardId: string) => ({ boardId, postedOn: day, editionNumber: edition })
  const post = useRecordAct(id, (to: string) => postSheet(id, sheet(to)), close)
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

/** Where the paper hangs and hung. */
export function PostingsPanel({ id, record }: Props) {
  const { t, i18n } = useTranslation('edition')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<PostingView | null>(null)
  const day = (date: string) => dayWords(date, i18n.language)
  return (
    <Panel title={t('posting.panel')}>
      {record.postings.length === 0 ? (
        <p className="nt-soft">{t(record.boards.length === 0 ? 'posting.noBoards' : 'posting.none')}</p>
      ) : (
        <ul className="nt-lines">
          {record.postings.map((sheet) => (
            <li key={sheet.id} className="nt-line">
              <div className="nt-line-title">
                {sheet.board.name}
                {sheet.removedOn === null ? (
                  <span className="nt-pill nt-pill-g">{t('posting.hangs')}</span>
                ) : null}
              </div>
              <div className="nt-soft">
                {t('posting.line', {
                  number: sheet.editionNumber,
                  day: day(sheet.postedOn),
                  name: sheet.postedBy,
                })}
              </div>
              {sheet.removedOn === null ? (
                record.may.tick ? (
                  <div className="nt-line-actions">
                    <button
                      type="button"
                      className="nt-link"
                      onClick={() => {
                        setRemoving(sheet)
                      }}
                    >
                      {t('posting.remove')}
                    </button>
                  </div>
                ) : null
              ) : (
                <div className="nt-soft">
                  {t('posting.removed', { day: day(sheet.removedOn), name: sheet.removedBy ?? '' })}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {record.may.post && record.boards.length > 0 ? (
        <Button
          onClick={() => {
            setAdding(true)
          }}
        >
          {t('posting.add')}
        </Button>
      ) : null}
      {adding ? <Add id={id} record={record} close={() => setAdding(false)} /> : null}
      {removing ? <Remove id={id} sheet={removing} close={() => setRemoving(null)} /> : null}
    </Panel>
  )
}
