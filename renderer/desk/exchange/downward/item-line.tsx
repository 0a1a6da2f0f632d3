import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DownwardItemView } from '../../../../server/exchange/downward/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { declineDownwardItem, readInstruction } from '../../api/exchange-downward-api.ts'
import { dayAndTime, dayWords } from '../../notice/format.ts'
import { dayOf } from '../../notice/minute.ts'
import { useHasRole, useOpenDesk } from '../../shell/session-context.ts'
import { EndedLine } from '../ended-line.tsx'
import { NoteDialog } from '../note-dialog.tsx'
import { useExchangeChange } from '../use-exchange-change.ts'
import { DifferenceDrawer } from './difference-drawer.tsx'
import { useOpenCatalogue } from './use-open-catalogue.ts'

function Instruction({ item }: { readonly item: DownwardItemView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const { instruction } = item
  if (instruction === null) return <p className="bad">{t('item.unreadable')}</p>
  const { due, text } = instruction
  const late = item.end === null && due !== null && due < dayOf(clock.now)
  return (
    <>
      {due !== null && (
        <p className={late ? 'bad strong' : 'strong'}>
          {t(late ? 'item.overdue' : 'item.due', { day: dayWords(due, i18n.language) })}
        </p>
      )}
      <p className="ex-words">{text}</p>
    </>
  )
}

function Keys({ item }: { readonly item: DownwardItemView }) {
  const { t } = useTranslation('exchange')
  const maySettle = useHasRole('HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  // As in the areas themselves: a calendar moves everybody's dates, so that it is not the handler's alone.
  const mayTakeCalendar = useHasRole('DEPUTY_LEADER', 'ADMINISTRATOR')
  const [shows, setShows] = useState<'DIFFERENCE' | 'DECLINE' | null>(null)
  const catalogue = useOpenCatalogue(item.id)
  const read = useExchangeChange(readInstruction)
  const close = () => setShows(null)
  if (!maySettle) return null
  if (item.kind === 'INSTRUCTION') {
    return (
      <>
        <div className="ex-task-do">
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(item.id)}>
            {t('item.read')}
          </Button>
        </div>
        <RefusalMessage error={read.error} />
      </>
    )
  }
  return (
    <>
      <div className="ex-task-do">
        <Button
          size="small"
          type="primary"
          ghost
          loading={catalogue.isPending}
          onClick={() => (item.kind === 'CATALOGUE' ? catalogue.mutate() : setShows('DIFFERENCE'))}
        >
          {t('item.see')}
        </Button>
        <Button size="small" onClick={() => setShows('DECLINE')}>
          {t('item.decline')}
        </Button>
      </div>
      <RefusalMessage error={catalogue.error} />
      {shows === 'DIFFERENCE' && (
        <DifferenceDrawer
          item={item}
          mayTake={item.kind === 'CALENDAR' ? mayTakeCalendar : maySettle}
          close={close}
        />
      )}
      {shows === 'DECLINE' && (
        <NoteDialog
          title={t('item.declineTitle', { title: item.title })}
          means={t('item.declineMeans')}
          action={t('item.decline')}
          send={(note) => declineDownwardItem({ id: item.id, note })}
          close={close}
        />
      )}
    </>
  )
}

/** One thing the county sent: what it is, and what is done with it. */
export function ItemLine({ item }: { readonly item: DownwardItemView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const { end } = item
  return (
    <li className="ex-task">
      <div>
        <span className="pill">{t(`item.kind.${item.kind}`)}</span>{' '}
        <span className="strong breakable">{item.title}</span>
        {item.kind === 'INSTRUCTION' ? <Instruction item={item} /> : null}
        <p className="sub breakable">
          {item.kind === 'INSTRUCTION'
            ? ''
            : t('item.version', { version: item.version, name: item.fileName })}
          {t('item.came', {
            sequence: item.sequence,
            time: dayAndTime(item.cameAt, i18n.language, clock.now),
          })}
        </p>
        {end !== null && <EndedLine how={t(`item.how.${end.how}`)} end={end} />}
      </div>
      {end === null && <Keys item={item} />}
    </li>
  )
}
