import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import { planPosting } from '../../api/board-api.ts'
import { useSheetRefresh } from '../life/use-sheet-change.ts'

/** A board a notice can hang on. */
export type BoardChoice = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly own: boolean
}

type Failed = { readonly board: string; readonly error: unknown }

/** Plans a notice on several boards at once; what one board refuses does not hold the others back. */
export function PlanDialog(props: {
  readonly noticeId: string
  readonly boards: readonly BoardChoice[]
  /** Newest first. */
  readonly editions: readonly { readonly hash: string; readonly editionNumber: number }[]
  readonly today: string
  readonly close: () => void
}) {
  const { noticeId, boards, editions, today, close } = props
  const { t, i18n } = useTranslation('board')
  const refresh = useSheetRefresh()
  const only = boards.length === 1 ? boards.map(({ id }) => id) : []
  const [chosen, setChosen] = useState<readonly string[]>(only)
  const [day, setDay] = useState(today)
  const [hash, setHash] = useState(editions[0]?.hash)
  const plan = useMutation({
    mutationFn: async (): Promise<readonly Failed[]> => {
      const failed: Failed[] = []
      for (const boardId of chosen) {
        try {
          await planPosting({
            ...(hash === undefined ? { noticeId } : { hash }),
            boardId,
            plannedOn: day,
            spot: null,
          })
        } catch (error) {
          failed.push({ board: boardId, error })
        }
      }
      return failed
    },
    onSuccess: async (failed) => {
      await refresh(noticeId)
      if (failed.length === 0) close()
      // What is planned already must not be planned again.
      else setChosen(failed.map(({ board }) => board))
    },
  })
  const named = (id: string) => boards.find((one) => one.id === id)?.name ?? ''
  const groups = [
    { own: true, title: t('plan.own') },
    { own: false, title: t('plan.others') },
  ].map(({ own, title }) => ({ title, boards: boards.filter((one) => one.own === own) }))
  return (
    <Modal
      open
      title={t('plan.title')}
      okText={t('plan.do', { count: chosen.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: chosen.length === 0 || day === '', loading: plan.isPending }}
      onOk={() => plan.mutate()}
      onCancel={close}
    >
      <p className="bd-why bd-first">{t('plan.meaning')}</p>
      {groups.map((group) =>
        group.boards.length === 0 ? null : (
          <fieldset key={group.title} className="bd-choices">
            <legend>{group.title}</legend>
            {group.boards.map((board) => (
              <Checkbox
                key={board.id}
                checked={chosen.includes(board.id)}
                onChange={(event) => {
                  setChosen(
                    event.target.checked ? [...chosen, board.id] : chosen.filter((id) => id !== board.id),
                  )
                }}
              >
                {board.name} <span className="sub">{board.place}</span>
              </Checkbox>
            ))}
          </fieldset>
        ),
      )}
      {editions.length < 2 ? null : (
        <>
          <label className="nt-label bd-gap" htmlFor="plan-edition">
            {t('plan.edition')}
          </label>
          <Select
            id="plan-edition"
            className="nt-wide"
            value={hash}
            options={editions.map((one) => ({
              value: one.hash,
              label: t('lay.edition', { number: one.editionNumber }),
            }))}
            onChange={setHash}
          />
        </>
      )}
      <label className="nt-label bd-gap" htmlFor="plan-day">
        {t('plan.day')}
      </label>
      <Input
        id="plan-day"
        type="date"
        className="bd-day"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      {(plan.data ?? []).map(({ board, error }) => (
        <p key={board} className="refusal" role="alert">
          {t('plan.refused', { board: named(board), reason: refusalText(i18n, error) })}
        </p>
      ))}
    </Modal>
  )
}
