import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalError } from '../../shared/request.ts'
import { clockTime } from './format.ts'

/** The part of a query a page needs to say how it stands with the server. */
export type Asked = {
  readonly error: Error | null
  readonly isFetching: boolean
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}

function Message(props: { heading: string; text: string; asked: Asked; canRetry: boolean }) {
  const { t } = useTranslation('kiosk')
  return (
    <section className="state" role="status">
      <h1 className="state-heading" tabIndex={-1}>
        {props.heading}
      </h1>
      <p>{props.text}</p>
      {props.canRetry ? (
        <button
          type="button"
          className="button"
          aria-disabled={props.asked.isFetching}
          onClick={() => {
            props.asked.refetch()
          }}
        >
          {props.asked.isFetching ? t('state.loading') : t('state.retry')}
        </button>
      ) : null}
    </section>
  )
}

function Failure(props: { error: Error; asked: Asked }) {
  const { t } = useTranslation('kiosk')
  const { error, asked } = props
  const code = error instanceof RefusalError ? error.code : 'request.failed'
  const status = error instanceof RefusalError ? error.status : 500
  if (code === 'office.not-set-up') {
    return (
      <Message heading={t('state.notSetUp')} text={t('state.notSetUpHelp')} asked={asked} canRetry={false} />
    )
  }
  if (code === 'office.restored-unconfirmed') {
    return (
      <Message heading={t('state.restored')} text={t('state.restoredHelp')} asked={asked} canRetry={false} />
    )
  }
  if (status === 404 || status === 400) {
    return (
      <Message heading={t('state.notFound')} text={t('state.notFoundHelp')} asked={asked} canRetry={false} />
    )
  }
  if (status === 0) {
    return (
      <Message heading={t('state.offlineEmpty')} text={t('state.offlineEmptyHelp')} asked={asked} canRetry />
    )
  }
  return <Message heading={t('state.failed')} text={t('state.failedHelp')} asked={asked} canRetry />
}

/**
 * Shows what a page has: its content, with a note above it when that is no longer fresh; what went wrong when
 * there is nothing; or that it is being opened. A blip never replaces good content. What the server has said
 * to be gone is not kept: only silence keeps the last answer.
 */
export function PageState<T>(props: { asked: Asked; data: T | undefined; children: (data: T) => ReactNode }) {
  const { t } = useTranslation('kiosk')
  const { asked, data } = props
  const isGone =
    asked.error instanceof RefusalError && (asked.error.status === 404 || asked.error.status === 410)
  if (data !== undefined && !isGone) {
    return (
      <>
        {asked.error ? (
          <p className="offline" role="status">
            {t('state.offline', { time: clockTime(asked.dataUpdatedAt) })}
          </p>
        ) : null}
        {props.children(data)}
      </>
    )
  }
  if (asked.error) return <Failure error={asked.error} asked={asked} />
  return (
    <p className="loading" role="status">
      {t('state.loading')}…
    </p>
  )
}
