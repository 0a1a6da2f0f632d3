import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Segmented } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type WarningLevel, WARNING_LEVELS } from '../../../domain/notice/emergency-mark.ts'
import { type EmergencyFields, emergencyText } from '../../../domain/notice/emergency-template.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { EmergencyList, EmergencyView } from '../../../server/notice/emergency/views.ts'
import { RefusalError } from '../../shared/request.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { EMERGENCIES_KEY, EMERGENCY_COUNTS_KEY, publishEmergency } from '../api/emergency-api.ts'
import { DUTIES_KEY } from '../duty/duty-keys.ts'
import { officeInstant } from './office-instant.ts'
import { TakeoverScreens } from './takeover-screens.tsx'
import { wallTime } from './wall-time.ts'

const HOURS = [6, 12, 24, 48, 72] as const
const FIELDS = ['event', 'area', 'measures', 'shelter'] as const
const HOUR_MS = 3_600_000

function Labelled({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="em-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

function useWord(emergency: EmergencyView, list: EmergencyList) {
  const { t } = useTranslation(['emergency', 'terms'])
  const before = emergency.notices.at(-1)
  const [fields, setFields] = useState<EmergencyFields>({
    ...{ event: '', area: '', measures: '', shelter: '', telephone: list.office.telephone },
  })
  const [issuer, setIssuer] = useState(before?.mark.issuer ?? '')
  const [issued, setIssued] = useState(instantText(emergency.startedAt).replace(' ', 'T'))
  const [level, setLevel] = useState<WarningLevel | null>(before?.mark.level ?? null)
  const [edited, setEdited] = useState<{ readonly title: string; readonly text: string } | null>(null)
  const made = emergencyText({
    ...fields,
    issuer: issuer.trim(),
    kindWord: t(`emergency:kinds.${emergency.kind}`, { lng: 'zh-Hans' }),
    levelWord: level === null ? '' : t(`terms:warningLevel.${level}`, { lng: 'zh-Hans' }),
    time: wallTime(issued),
  })
  const text = edited ?? { title: made.title, text: bodyText(made.body) }
  return {
    ...{ fields, setFields, issuer, setIssuer, issued, setIssued, level, setLevel, edited, setEdited, text },
  }
}

/** The word to send: particulars at the left, what will be published at the right. */
export function WordForm(props: {
  readonly emergency: EmergencyView
  readonly list: EmergencyList
  /** The board's own time in milliseconds: the hours of the kiosk run from the press of the key. */
  readonly now: number
  readonly done: () => void
}) {
  const { t } = useTranslation(['emergency', 'terms', 'desk'])
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const { emergency, list } = props
  const word = useWord(emergency, list)
  const [hours, setHours] = useState<(typeof HOURS)[number]>(24)
  const [reason, setReason] = useState(() => t('emergency:word.reasonUsual', { lng: 'zh-Hans' }))
  const [clockConfirmed, setClockConfirmed] = useState(false)
  const [screenIds, setScreenIds] = useState<readonly string[] | null>(null)
  const publish = useMutation({
    mutationFn: () =>
      publishEmergency(emergency.id, {
        title: word.text.title,
        body: {
          type: 'doc',
          content: word.text.text
            .split('\n')
            .filter((one) => one.trim() !== '')
            .map((one) => ({ type: 'paragraph', content: [{ type: 'text', text: one.trim() }] })),
        },
        mark: {
          level: word.level,
          issuer: word.issuer.trim(),
          issuedAt: word.issuer.trim() === '' ? null : officeInstant(word.issued),
          takeoverUntil: new Date(props.now + hours * HOUR_MS).toISOString(),
        },
        reason: reason.trim(),
        clockConfirmed,
        screenIds,
      }),
    onSuccess: (published) => {
      void message.success(t('emergency:word.published', { number: published.indexNumber }))
      for (const key of [EMERGENCIES_KEY, EMERGENCY_COUNTS_KEY, DUTIES_KEY]) {
        void queries.invalidateQueries({ queryKey: key })
      }
      props.done()
    },
  })
  const doubtful = publish.error instanceof RefusalError && publish.error.code === 'notice.clock-doubtful'
  const ready = word.text.title.trim() !== '' && word.text.text.trim() !== '' && reason.trim() !== ''
  return (
    <div className="em-form" role="form" aria-label={t('emergency:word.title')}>
      <div className="em-fields">
        <Labelled label={t('emergency:word.issuer')}>
          {(id) => (
            <Input
              id={id}
              value={word.issuer}
              placeholder={t('emergency:word.issuerHint')}
              onChange={(change) => word.setIssuer(change.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('emergency:word.issuedAt')}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={word.issued}
              onChange={(change) => word.setIssued(change.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('emergency:word.level')}>
          {() => (
            <Segmented
              value={word.level ?? ''}
              options={[
                { value: '', label: t('emergency:word.noLevel') },
                ...WARNING_LEVELS.map((value) => ({ value, label: t(`terms:warningLevel.${value}`) })),
              ]}
              onChange={(value) => word.setLevel(WARNING_LEVELS.find((one) => one === value) ?? null)}
            />
          )}
        </Labelled>
        {FIELDS.map((name) => (
          <Labelled key={name} label={t(`emergency:word.${name}`)}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize={{ minRows: 1, maxRows: 4 }}
                value={word.fields[name]}
                onChange={(change) => word.setFields({ ...word.fields, [name]: change.target.value })}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={t('emergency:word.telephone')}>
          {(id) => (
            <Input
              id={id}
              value={word.fields.telephone}
              placeholder={t('emergency:word.telephoneHint')}
              onChange={(change) => word.setFields({ ...word.fields, telephone: change.target.value })}
            />
          )}
        </Labelled>
      </div>
      <div className="em-preview">
        <Labelled label={t('emergency:word.headline')}>
          {(id) => (
            <Input
              id={id}
              value={word.text.title}
              onChange={(change) => word.setEdited({ ...word.text, title: change.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('emergency:word.text')}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 8, maxRows: 16 }}
              value={word.text.text}
              onChange={(change) => word.setEdited({ ...word.text, text: change.target.value })}
            />
          )}
        </Labelled>
        {word.edited === null ? null : (
          <p className="sub">
            {t('emergency:word.edited')}　
            <Button type="link" size="small" onClick={() => word.setEdited(null)}>
              {t('emergency:word.again')}
            </Button>
          </p>
        )}
        <Labelled label={t('emergency:word.takeover')}>
          {() => (
            <Segmented
              value={hours}
              options={HOURS.map((value) => ({
                value,
                label: t('emergency:word.takeoverHours', { hours: value }),
              }))}
              onChange={setHours}
            />
          )}
        </Labelled>
        <TakeoverScreens chosen={screenIds} choose={setScreenIds} />
        <Labelled label={t('emergency:word.reason')}>
          {(id) => <Input id={id} value={reason} onChange={(change) => setReason(change.target.value)} />}
        </Labelled>
        {doubtful ? (
          <Checkbox checked={clockConfirmed} onChange={(change) => setClockConfirmed(change.target.checked)}>
            {t('emergency:word.clock')}
          </Checkbox>
        ) : null}
        <RefusalMessage error={publish.error} />
        <Button
          danger
          type="primary"
          size="large"
          disabled={!ready}
          loading={publish.isPending}
          onClick={() => {
            modal.confirm({
              icon: null,
              title: t('emergency:word.confirmTitle'),
              content: t('emergency:word.confirmTextPlain'),
              okText: t('emergency:word.publish'),
              cancelText: t('desk:common.cancel'),
              onOk: () => publish.mutate(),
            })
          }}
        >
          {t('emergency:word.publish')}
        </Button>
      </div>
    </div>
  )
}
