import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CountySettings } from '../../../county/web/settings-views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ask, tell } from '../county-api.ts'
import { useHasRole } from '../shell/session-context.ts'

type Typed = { readonly name: string; readonly address?: string }

function CountyForm({ settings }: { readonly settings: CountySettings }) {
  const { t } = useTranslation(['county', 'desk'])
  const { message } = App.useApp()
  const mayChange = useHasRole('ADMINISTRATOR')
  const save = useMutation({
    mutationFn: ({ name, address = '' }: Typed) =>
      tell('PUT', 'settings', { name: name.trim(), address: address.trim() === '' ? null : address.trim() }),
    onSuccess: () => void message.success(t('settings.saved')),
  })
  return (
    <Form
      name="county"
      layout="vertical"
      disabled={!mayChange}
      initialValues={{ name: settings.name, address: settings.address ?? '' }}
      onFinish={(typed: Typed) => save.mutate(typed)}
    >
      <Form.Item
        name="name"
        label={t('setUp.name')}
        rules={[{ required: true, whitespace: true, message: t('desk:office.required') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="address"
        label={t('settings.address')}
        extra={t('settings.addressHint')}
        validateTrigger="onBlur"
        rules={[{ pattern: /^\s*(https:\/\/\S+)?\s*$/u, message: t('settings.addressBad') }]}
      >
        <Input maxLength={200} placeholder="https://" />
      </Form.Item>
      <RefusalMessage error={save.error} />
      {mayChange && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('desk:common.save')}
        </Button>
      )}
    </Form>
  )
}

/** Which county this is, how offices reach it, and what a technician asks for. */
export function SettingsPage() {
  const { t } = useTranslation('county')
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => ask<CountySettings>('settings', {}, signal),
  })
  return (
    <>
      <PageHead title={t('settings.title')} />
      <QueryBody query={settings}>
        {(found) => (
          <div className="two-columns">
            <section className="card">
              <h2>{t('settings.county')}</h2>
              <div className="card-body">
                <CountyForm settings={found} />
              </div>
            </section>
            <section className="card">
              <h2>{t('settings.program')}</h2>
              <dl className="facts">
                <dt>{t('setUp.code')}</dt>
                <dd>{found.code}</dd>
                <dt>{t('settings.words')}</dt>
                <dd>
                  <b className="key-words">{found.words}</b>
                  <p className="hint">{t('settings.wordsHint')}</p>
                </dd>
                <dt>{t('settings.certificate')}</dt>
                <dd>
                  {found.certificate === null ? t('settings.notListening') : <code>{found.certificate}</code>}
                </dd>
                <dt>{t('settings.database')}</dt>
                <dd>{t(found.embedded ? 'settings.embedded' : 'settings.postgres')}</dd>
                <dt>{t('settings.folder')}</dt>
                <dd>
                  <code>{found.dataFolder}</code>
                  <p className="hint">{t('settings.folderHint')}</p>
                </dd>
                <dt>{t('settings.instance')}</dt>
                <dd>
                  <code>{found.instanceId}</code>
                </dd>
                <dt>{t('settings.version')}</dt>
                <dd>{found.version}</dd>
              </dl>
            </section>
          </div>
        )}
      </QueryBody>
    </>
  )
}
