import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Body } from '../../../../domain/notice/body.ts'
import type { GateHit } from '../../../../domain/privacy/gate-hit.ts'
import type { AttachmentView, GateReport, NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { useOpenDesk } from '../../shell/session-context.ts'
import { groupHits, type HitGroup } from './gate-groups.ts'
import { HitLine } from './hit-line.tsx'
import { OverrideDialog } from './override-dialog.tsx'
import { usePlaceWords } from './use-place-words.ts'

type Props = {
  readonly detail: NoticeDetail
  readonly gate: UseQueryResult<GateReport>
  readonly body: Body
  /** The files of the text that was read; left out, those of the working copy. */
  readonly attachments?: readonly AttachmentView[]
  /** True while the answer is about an older text than the one on the screen. */
  readonly behind: boolean
  readonly jump?: (hit: GateHit) => void
  readonly mask?: {
    readonly run: (hits: readonly GateHit[]) => void
    readonly busy: boolean
    readonly error: unknown
  }
}

function count(groups: readonly HitGroup[]): number {
  return groups.reduce((sum, group) => sum + group.hits.length, 0)
}

/** What the privacy gate found, what was not checked, and the ways out. */
export function GatePanel(props: Props) {
  const { t } = useTranslation(['notice', 'terms'])
  const { people } = useOpenDesk()
  const attachments = props.attachments ?? props.detail.attachments
  const words = usePlaceWords(props.body, attachments)
  const [overriding, setOverriding] = useState(false)
  const report = props.gate.data
  if (!report) {
    return props.gate.error ? (
      <>
        <RefusalMessage error={props.gate.error} />
        <Button onClick={() => void props.gate.refetch()}>{t('notice:retry')}</Button>
      </>
    ) : (
      <p className="nt-soft">{t('notice:gate.checking')}</p>
    )
  }
  const groups = groupHits(report.hits)
  const blocking = groups.blocking.flatMap((group) => group.hits)
  const maskable = blocking.filter((hit) => hit.maskable)
  const reviewers = people.filter(
    (person) =>
      !person.disabled &&
      person.roles.includes('SECRECY_REVIEWER') &&
      !props.detail.authors.some((author) => author.id === person.id),
  )
  const unreadName = (file: GateReport['unread'][number]) =>
    attachments.find((one) => one.id === file.attachmentId)?.role === 'INLINE_IMAGE'
      ? t('notice:gate.unreadPicture', { name: file.name })
      : file.name
  const allowed = count(groups.allowed)
  const summary = () => {
    if (blocking.length > 0) return t('notice:gate.sumBlocking', { count: blocking.length })
    // An unread file is never called clean, whatever the rest says.
    if (report.unread.length > 0) return t('notice:gate.sumUnread')
    return allowed > 0 ? t('notice:gate.sumAllowed', { count: allowed }) : t('notice:gate.sumFits')
  }
  const list = (found: readonly HitGroup[], className: string) =>
    found.map((group) => (
      <section key={group.kind} className={className}>
        <h3>
          {t('notice:gate.kindCount', { kind: t(`terms:hitKind.${group.kind}`), count: group.hits.length })}
        </h3>
        <ul>
          {group.hits.map((hit) => (
            <HitLine
              key={hit.id}
              hit={hit}
              body={props.body}
              words={words}
              busy={props.mask?.busy ?? false}
              {...(props.jump ? { jump: props.jump } : {})}
              {...(props.mask ? { mask: (one: GateHit) => props.mask?.run([one]) } : {})}
            />
          ))}
        </ul>
      </section>
    ))
  return (
    <div className="nt-gate" aria-busy={props.behind}>
      <p className={blocking.length > 0 ? 'nt-gate-sum nt-bad' : 'nt-gate-sum'}>
        {summary()}
        {props.behind ? <span className="nt-soft">{t('notice:gate.behind')}</span> : null}
      </p>
      {props.mask && maskable.length > 1 ? (
        <Button loading={props.mask.busy} onClick={() => props.mask?.run(maskable)}>
          {t('notice:gate.maskAll', { count: maskable.length })}
        </Button>
      ) : null}
      <RefusalMessage error={props.mask?.error} />
      {list(groups.blocking, 'nt-hits nt-hits-block')}
      {report.unread.length > 0 ? (
        <section className="nt-hits nt-hits-warn">
          <h3>{t('notice:gate.unreadCount', { count: report.unread.length })}</h3>
          <ul>
            {report.unread.map((file) => (
              <li key={file.attachmentId} className="nt-hit">
                <div className="nt-hit-where">
                  <span>{unreadName(file)}</span>
                  <span className="nt-soft">{t('notice:gate.unreadWhy')}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {list(groups.warning, 'nt-hits nt-hits-warn')}
      {list(groups.allowed, 'nt-hits')}
      {groups.noted.length > 0 ? (
        <details className="nt-hits">
          <summary>{t('notice:gate.noted', { count: count(groups.noted) })}</summary>
          {list(groups.noted, 'nt-hits')}
        </details>
      ) : null}
      {blocking.length > 0 && props.detail.may.override ? (
        <Button
          onClick={() => {
            setOverriding(true)
          }}
        >
          {t('notice:gate.override')}
        </Button>
      ) : null}
      {blocking.length > 0 && !props.detail.may.override ? (
        <p className="nt-soft">
          {reviewers.length > 0
            ? t('notice:gate.whoOverrides', {
                names: reviewers.map((person) => person.name).join(t('notice:listComma')),
              })
            : t('notice:gate.nobodyOverrides')}
        </p>
      ) : null}
      {overriding ? (
        <OverrideDialog
          id={props.detail.id}
          hits={blocking}
          words={words}
          close={() => {
            setOverriding(false)
          }}
        />
      ) : null}
    </div>
  )
}
