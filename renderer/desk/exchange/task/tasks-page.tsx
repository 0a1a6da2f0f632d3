import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { listExchangeTasks } from '../../api/exchange-receipt-api.ts'
import { TASKS_KEY } from '../exchange-keys.ts'
import { TaskLine } from './task-line.tsx'

/** What the county did not take, as work: open ones first, then how the others ended. */
export function TasksPage() {
  const { t } = useTranslation('exchange')
  const tasks = useQuery({ queryKey: TASKS_KEY, queryFn: listExchangeTasks })
  return (
    <QueryBody query={tasks}>
      {({ open, openCount, ended }) => (
        <>
          <section className="card" aria-labelledby="ex-tasks">
            <h2 id="ex-tasks">{t('task.title', { count: openCount })}</h2>
            {openCount > open.length && (
              <p className="ex-more sub">{t('task.more', { shown: open.length })}</p>
            )}
            {open.length === 0 ? (
              <EmptyState title={t('task.none')}>
                <p className="sub">{t('task.noneHint')}</p>
              </EmptyState>
            ) : (
              <ul>
                {open.map((task) => (
                  <TaskLine key={task.id} task={task} />
                ))}
              </ul>
            )}
          </section>
          {ended.length > 0 && (
            <details className="card ex-fold">
              <summary>{t('task.ended', { count: ended.length })}</summary>
              <ul>
                {ended.map((task) => (
                  <TaskLine key={task.id} task={task} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </QueryBody>
  )
}
