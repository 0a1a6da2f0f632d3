import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeDetail } from '../../../county/web/office/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { tell } from '../county-api.ts'
import { useHasRole } from '../shell/session-context.ts'

/** The form of index numbers agreed with an office, and former ones that are still accepted. */
export function IndexPatternCard({ office }: { readonly office: OfficeDetail }) {
  const { t } = useTranslation(['county', 'desk'])
  const [agreed = '', ...former] = office.indexTemplates
  const [typed, setTyped] = useState<string | null>(null)
  const collects = useHasRole('COLLECTOR')
  const save = useMutation({
    mutationFn: (template: string) => tell('PUT', `offices/${office.id}/index-pattern`, { template }),
    onSuccess: () => setTyped(null),
  })
  return (
    <section className="card">
      <h2>{t('pattern.title')}</h2>
      <div className="card-body">
        {typed === null ? (
          <p className="row">
            <code className="breakable">{agreed}</code>
            {collects && <Button onClick={() => setTyped(agreed)}>{t('pattern.change')}</Button>}
          </p>
        ) : (
          <form
            className="pattern"
            onSubmit={(event) => {
              event.preventDefault()
              save.mutate(typed.trim())
            }}
          >
            <Input
              aria-label={t('pattern.title')}
              maxLength={80}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <div className="row">
              <Button
                type="primary"
                htmlType="submit"
                loading={save.isPending}
                disabled={typed.trim() === agreed}
              >
                {t('desk:common.save')}
              </Button>
              <Button onClick={() => setTyped(null)}>{t('desk:common.cancel')}</Button>
            </div>
          </form>
        )}
        <RefusalMessage error={save.error} />
        <p className="hint">{t('pattern.hint')}</p>
        {former.length > 0 && (
          <p className="hint">
            {t('pattern.former')} <code>{former.join(' · ')}</code>
          </p>
        )}
      </div>
    </section>
  )
}
