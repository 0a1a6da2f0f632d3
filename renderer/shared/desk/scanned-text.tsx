import { Button } from 'antd'
import { useId, useState } from 'react'

type Props = {
  readonly hint: string
  readonly action: string
  readonly busy: boolean
  /** What was typed; `clear` empties the field, so that a code which was misread can stay to be mended. */
  readonly send: (text: string, clear: () => void) => void
}

/** A field for what stands in a code on paper or on a screen: a hand scanner types it, or a person does. */
export function ScannedText({ hint, action, busy, send }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <>
      <label htmlFor={id} className="sub">
        {hint}
      </label>
      <textarea
        id={id}
        className="scanned-text"
        rows={4}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <Button
          disabled={text.trim() === ''}
          loading={busy}
          onClick={() => send(text.trim(), () => setText(''))}
        >
          {action}
        </Button>
      </div>
    </>
  )
}
