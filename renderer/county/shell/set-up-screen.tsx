import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CountyStatus } from '../../../county/account/views.ts'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { PasswordFields } from '../../shared/desk/password-fields.tsx'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { useSetUp } from './session-actions.ts'

type Typed = {
  /** Not asked for where the command line has named the county. */
  readonly county?: string
  readonly code?: string
  readonly person: string
  readonly password: string
}

/** The first start: which county this is, and who looks after the program. */
export function SetUpScreen({ named }: { readonly named: CountyStatus['named'] }) {
  const { t } = useTranslation(['county', 'desk'])
  const found = useSetUp()
  const required = { required: true, whitespace: true, message: t('desk:office.required') }
  return (
    <div className="wizard">
      <header className="wizard-head">
        <p className="product-name">{t('product')}</p>
        <LanguageSwitch />
      </header>
      <main>
        <section className="card wizard-card">
          <h1>{t('setUp.title')}</h1>
          <p className="sub">{named === null ? t('setUp.why') : t('setUp.whyNamed')}</p>
          <Form
            name="set-up"
            layout="vertical"
            scrollToFirstError={{ focus: true }}
            onFinish={({ county = '', code = '', person, password }: Typed) =>
              found.mutate({
                county: named === null ? { name: county.trim(), code: code.trim() } : null,
                administrator: { name: person.trim(), password },
              })
            }
          >
            <div className="fields">
              {named === null ? (
                <>
                  <Form.Item
                    name="county"
                    label={t('setUp.name')}
                    extra={t('setUp.nameHint')}
                    rules={[required]}
                  >
                    <Input maxLength={60} autoComplete="off" />
                  </Form.Item>
                  <Form.Item
                    name="code"
                    label={t('setUp.code')}
                    extra={t('setUp.codeHint')}
                    validateTrigger="onBlur"
                    rules={[required, { pattern: /^\s*[1-9]\d{5}\s*$/u, message: t('setUp.codeBad') }]}
                  >
                    <Input maxLength={8} inputMode="numeric" autoComplete="off" />
                  </Form.Item>
                </>
              ) : (
                <dl className="facts wide">
                  <dt>{t('setUp.name')}</dt>
                  <dd>{named.name}</dd>
                  <dt>{t('setUp.code')}</dt>
                  <dd>{named.code}</dd>
                </dl>
              )}
              <Form.Item name="person" label={t('setUp.person')} className="wide" rules={[required]}>
                <Input maxLength={20} autoComplete="off" className="half" />
              </Form.Item>
              <PasswordFields />
            </div>
            <RefusalMessage error={found.error} />
            <Button type="primary" htmlType="submit" size="large" loading={found.isPending}>
              {t('setUp.finish')}
            </Button>
          </Form>
        </section>
      </main>
    </div>
  )
}
