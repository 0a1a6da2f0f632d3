import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView, MatterDetail, MatterNoticeRef } from '../../../server/matter/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { explainReckoning } from '../../shared/duty/explain.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { enterStep, matterFileAddress } from '../api/matter-api.ts'
import { href } from '../../shared/desk/route.ts'
import { useMatterRefresh } from './use-matter-refresh.ts'

type Item =
  | { readonly kind: 'ENTRY'; readonly on: string; readonly key: string; readonly entry: EntryView }
  | { readonly kind: 'NOTICE'; readonly on: string; readonly key: string; readonly notice: MatterNoticeRef }

function itemsOf(matter: MatterDetail): readonly Item[] {
  const entries = matter.entries.map((entry): Item => ({
    kind: 'ENTRY',
    on: entry.on,
    key: `e${entry.sequence}`,
    entry,
  }))
  const notices = matter.notices.flatMap((notice): Item[] =>
    notice.publishedOn === null ? [] : [{ kind: 'NOTICE', on: notice.publishedOn, key: notice.id, notice }],
  )
  return [...entries, ...notices].toSorted((one, other) =>
    one.on === other.on ? 0 : one.on < other.on ? -1 : 1,
  )
}

function VoidDialog(props: {
  readonly matter: MatterDetail
  readonly sequence: number
  readonly close: () => void
}) {
  const { t } = useTranslation('matter')
  const refresh = useMatterRefresh()
  const { matter, sequence, close } = props
  const end = useMutation({
    mutationFn: ({ text }: { readonly text: string }) =>
      enterStep(matter.id, {
        ...{ step: 'VOID', on: matter.today, heading: '', text, measure: '' },
        ...{ result: null, workdays: null, noticeId: null, fileId: null, voids: sequence },
      }),
    onSuccess: async () => {
      await refresh()
      close()
    },
  })
  return (
    <Modal open title={t('page.voidTitle')} footer={null} onCancel={close}>
      <p className="sub">{t('page.voidHint')}</p>
      <Form layout="vertical" name="void" onFinish={(typed: { text: string }) => end.mutate(typed)}>
        <Form.Item
          name="text"
          label={t('page.voidReason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} className="grow" maxLength={2000} />
        </Form.Item>
        <RefusalMessage error={end.error} />
        <Button danger htmlType="submit" loading={end.isPending}>
          {t('page.void')}
        </Button>
      </Form>
    </Modal>
  )
}

function Entry({ matter, entry }: { readonly matter: MatterDetail; readonly entry: EntryView }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const { t: dutyT } = useTranslation(['duty', 'terms'])
  const [ending, setEnding] = useState(false)
  const reading = { today: matter.today, language: i18n.language }
  const asked = entry.step === 'LEGALITY_REQUEST'
  const title = asked
    ? t('matter:page.legalityBy', { reviewer: entry.heading, days: entry.workdays ?? 0 })
    : entry.heading
  return (
    <div className={entry.void === null ? '' : 'mt-void'}>
      <p className="mt-step">
        <b>{t(`terms:entryStep.${entry.step}`)}</b>
        {entry.result !== null && (
          <span className={`pill mt-pill ${entry.result.toLowerCase()}`}>
            {t(`terms:legalityResult.${entry.result}`)}
          </span>
        )}
        {title !== '' && <span>{title}</span>}
      </p>
      {entry.text !== '' && <p className="mt-text">{entry.text}</p>}
      {entry.measure !== '' && <p className="mt-text">{t('matter:page.measure', { text: entry.measure })}</p>}
      {entry.due !== null && <p className="hint">{explainReckoning(entry.due, reading, dutyT)}</p>}
      <p className="mt-links">
        {entry.file !== null && (
          <a href={matterFileAddress(matter.id, entry.file.id)} target="_blank" rel="noreferrer">
            {entry.file.name}
          </a>
        )}
        {entry.notice !== null && (
          <a href={href(`/notices/${encodeURIComponent(entry.notice.id)}`)}>
            {t('matter:page.notice', { title: entry.notice.title })}
          </a>
        )}
        <span className="hint">{t('matter:page.by', { name: entry.by })}</span>
        {matter.may.edit && entry.void === null && (
          <Button type="link" size="small" onClick={() => setEnding(true)}>
            {t('matter:page.void')}
          </Button>
        )}
      </p>
      {entry.void !== null && (
        <p className="hint">
          {t('matter:page.voided', {
            date: dayText(entry.void.on, matter.today, i18n.language),
            by: entry.void.by,
            reason: entry.void.reason,
          })}
        </p>
      )}
      {ending && <VoidDialog matter={matter} sequence={entry.sequence} close={() => setEnding(false)} />}
    </div>
  )
}

/** Everything that happened in a matter, in its order: entries, and notices on the day they were published. */
export function Timeline({ matter }: { readonly matter: MatterDetail }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const items = itemsOf(matter)
  return (
    <section className="card" aria-label={t('matter:page.timeline')}>
      <h2>{t('matter:page.timeline')}</h2>
      {items.length === 0 ? (
        <p className="card-body soft">{t('matter:page.timelineEmpty')}</p>
      ) : (
        <ol className="mt-timeline">
          {items.map((item) => (
            <li key={item.key} className={item.kind.toLowerCase()}>
              <time dateTime={item.on}>{dayText(item.on, matter.today, i18n.language)}</time>
              {item.kind === 'ENTRY' ? (
                <Entry matter={matter} entry={item.entry} />
              ) : (
                <div>
                  <p className="mt-step">
                    <b>{t(`terms:matterRole.${item.notice.role}`)}</b>
                    {!item.notice.shown && <span className="pill">{t('matter:page.withdrawn')}</span>}
                  </p>
                  <a className="breakable" href={href(`/notices/${encodeURIComponent(item.notice.id)}`)}>
                    {item.notice.title}
                  </a>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
