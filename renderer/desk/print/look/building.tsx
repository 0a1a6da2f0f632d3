import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => window.clearInterval(timer)
  }, [])
  return seconds
}

/** The PDF is being made: for how long, and the way out. */
export function Building({ cancel, busy }: { readonly cancel: () => void; readonly busy: boolean }) {
  const { t } = useTranslation(['print', 'desk'])
  const seconds = useSeconds()
  return (
    <div className="pr-building">
      <p className="strong" role="status">
        {t('print:building.title')}
      </p>
      <progress aria-label={t('print:building.title')} />
      <p className="sub">
        {t('print:building.hint')} {seconds > 0 && t('print:building.seconds', { number: seconds })}
      </p>
      <Button loading={busy} onClick={cancel}>
        {t('desk:common.cancel')}
      </Button>
    </div>
  )
}
