import { Button, Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../ui/refusal-message.tsx'

type Props = {
  readonly action: string
  readonly error: unknown
  readonly busy: boolean
  readonly send: (password: string) => void
  readonly children?: ReactNode
}

/** One password field with its button; after a refusal the field is marked and ready for another try. */
export function PasswordForm({ action, error, busy, send, children }: Props) {
  const { t } = useTranslation('desk')
  const id = useId()
  const field = useRef<InputRef>(null)
  const [password, setPassword] = useState('')
  useEffect(() => {
    field.current?.focus({ cursor: 'all' })
  }, [error])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && !busy) send(password)
  }
  const refused = error !== null && error !== undefined
  return (
    <form className="password-form" onSubmit={submit}>
      <label htmlFor={id}>{t('shell.password')}</label>
      <Input.Password
        ref={field}
        id={id}
        size="large"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        {...(refused ? { status: 'error', 'aria-invalid': true } : {})}
      />
      <RefusalMessage error={error} />
      <div className="row">
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={password === ''}>
          {action}
        </Button>
        {children}
      </div>
    </form>
  )
}
