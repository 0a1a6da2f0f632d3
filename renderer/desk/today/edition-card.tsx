import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EditionTasks } from '../../../server/notice/archive/views.ts'
import { refusalText } from '../../shared/ui/refusal-message.tsx'
import { getEditionTasks } from '../api/edition-api.ts'
import { BatchDialog } from '../notice/batch/batch-dialog.tsx'
import { useBatch } from '../notice/batch/use-batch.ts'
import { dayAndTime } from '../notice/format.ts'
import { EDITION_TASKS_KEY } from '../notice/keys.ts'
import { RecallLine } from '../notice/published/recall-line.tsx'
import { href } from '../../shared/desk/route.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import '../notice/batch/batch.css'
import '../notice/notice.css'
import '../notice/published/edition-record.css'

// A minute that is missed shows while the page stands open.
const REFRESH_MS = 30_000

/** A batch that was cut short: who began it, and the key that goes on. */
function LeftOver({
  batch,
  running,
}: {
  readonly batch: EditionTasks['batches'][number]
  readonly running: ReturnType<typeof useBatch>
}) {
  const { t, i18n } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const publishes = useHasRole('HANDLER')
  const left = batch.items.filter(({ standing }) => standing === 'WAITING').length
  const done = batch.items.filter(({ standing }) => standing === 'PUBLISHED').length
  return (
    <li>
      <b>{t('batch.leftTitle')}</b>
      <p className="dt-why">
        {t('batch.leftWhat', {
          time: dayAndTime(batch.at, i18n.language, clock.now),
          name: batch.by.name,
          done,
        })}
      </p>
      {publishes ? (
        <div className="nt-line-actions">
          <Button size="small" type="primary" onClick={() => void running.start(batch)}>
            {t('batch.left', { count: left })}
          </Button>
          <Button size="small" onClick={() => void running.end(batch)}>
            {t('batch.end')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function Schedules({ tasks }: { readonly tasks: EditionTasks }) {
  const { t, i18n } = useTranslation('edition')
  const { clock } = useOpenDesk()
  return tasks.schedules.map((schedule) => (
    <li key={schedule.noticeId}>
      <a className="td-side-title" href={href(`/notices/${encodeURIComponent(schedule.noticeId)}`)}>
        {schedule.title}
      </a>
      <p className={schedule.refusal === null ? 'dt-why' : 'nt-bad'}>
        {schedule.refusal === null
          ? t('schedule.stands', { time: dayAndTime(schedule.publishAt, i18n.language, clock.now) })
          : t('schedule.refused', {
              time: dayAndTime(schedule.publishAt, i18n.language, clock.now),
              reason: refusalText(i18n, schedule.refusal),
            })}
      </p>
    </li>
  ))
}

/** What editions ask of somebody today: batches cut short, minutes set or missed, paper that has to come down. */
export function EditionCard() {
  const { t } = useTranslation('edition')
  const ticks = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const tasks = useQuery({
    queryKey: EDITION_TASKS_KEY,
    queryFn: ({ signal }) => getEditionTasks(signal),
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  }).data
  // Here and not in its line: the line goes when nothing is left, and the person still reads what became of it.
  const running = useBatch()
  const dialog = running.run ? (
    <BatchDialog run={running.run} stop={running.stop} close={running.close} />
  ) : null
  if (tasks === undefined) return dialog
  const { schedules, recalls, batches, clock } = tasks
  const stands = clock !== 'TRUSTED'
  if (!stands && schedules.length + recalls.length + batches.length === 0) return dialog
  return (
    <section className="card td-side" aria-labelledby="today-editions">
      <h2>
        <span id="today-editions" className="strong">
          {t('tasks.title')}
        </span>
      </h2>
      {dialog}
      {stands ? (
        <p className="td-none nt-bad" role="alert">
          {t(clock === 'BEHIND' ? 'tasks.clockBehind' : 'tasks.clockAhead')}
        </p>
      ) : null}
      <ul>
        {batches.map((batch) => (
          <LeftOver key={batch.id} batch={batch} running={running} />
        ))}
        <Schedules tasks={tasks} />
      </ul>
      {recalls.length === 0 ? null : (
        <>
          <p className="td-none">
            <b>{t('recall.title')}</b>　{t('recall.sub', { count: recalls.length })}
          </p>
          <ul>
            {recalls.map((recall) => (
              <RecallLine key={recall.id} recall={recall} may={ticks} title={recall.title} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
