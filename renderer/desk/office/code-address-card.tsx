import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CodeAddressView } from '../../../server/display/code/views.ts'
import { api, taken } from '../../shared/api.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { useHasRole } from '../shell/session-context.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'

const KEY = ['code-address']

function AddressForm({ view }: { readonly view: CodeAddressView }) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const mayChange = useHasRole('ADMINISTRATOR')
  const [form] = Form.useForm<{ address: string }>()
  const save = useMutation({
    mutationFn: (json: { address: string }) => taken(api.desk['code-address'].$put({ json })),
    onSuccess: async (saved: { readonly address: string }) => {
      form.setFieldsValue(saved)
      await queries.invalidateQueries({ queryKey: KEY })
      void message.success(t('settings.saved'))
    },
  })
  return (
    <Form
      form={form}
      name="code-address"
      layout="vertical"
      className="card-body"
      initialValues={{ address: view.address }}
      disabled={!mayChange}
      onFinish={(typed: { address: string }) => save.mutate(typed)}
    >
      <Form.Item name="address" label={t('codeAddress.label')} extra={t('codeAddress.help')}>
        <Input maxLength={200} autoComplete="off" placeholder="http://192.168.1.5:8632" />
      </Form.Item>
      {mayChange && view.suggested.length > 0 ? (
        <p className="sub">
          {t('codeAddress.suggested')}
          {view.suggested.map((address) => (
            <Button key={address} type="link" size="small" onClick={() => form.setFieldsValue({ address })}>
              {address}
            </Button>
          ))}
        </p>
      ) : null}
      <RefusalMessage error={save.error} />
      {mayChange ? (
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        </div>
      ) : null}
    </Form>
  )
}

/** Where a phone opens the board from the code on paper. */
export function CodeAddressCard() {
  const { t } = useTranslation('desk')
  const view = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }): Promise<CodeAddressView> =>
      taken(api.desk['code-address'].$get({}, { init: { signal } })),
  })
  return (
    <section className="card">
      <h2>{t('codeAddress.title')}</h2>
      <QueryBody query={view}>{(data) => <AddressForm view={data} />}</QueryBody>
    </section>
  )
}
