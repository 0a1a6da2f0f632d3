import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../ui/refusal-message.tsx'
import { useProgram } from './session/program.ts'

/** Before the first answer of the server, and when there is none. */
export function StartScreen({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useTranslation('desk')
  const { product } = useProgram()
  return (
    <main className="start">
      <h1 className="product-name">{product}</h1>
      {error === null || error === undefined ? (
        <p className="sub" role="status">
          {t('shell.opening')}
        </p>
      ) : (
        <>
          <RefusalMessage error={error} />
          <Button onClick={retry}>{t('common.retry')}</Button>
        </>
      )}
    </main>
  )
}
