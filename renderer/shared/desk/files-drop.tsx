import { useRef, useState, type DragEvent } from 'react'
import { Button } from 'antd'

type Props = {
  readonly label: string
  readonly hint: string
  readonly accept: string
  readonly busy: boolean
  readonly multiple: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** A place to drop files, with a button for those who do not drag. */
export function FilesDrop({ label, hint, accept, busy, multiple, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const hand = (files: readonly File[]) => {
    const taken = multiple ? files : files.slice(0, 1)
    if (taken.length > 0 && !busy) onFiles(taken)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    hand([...event.dataTransfer.files])
  }
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="sub">{hint}</span>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        multiple={multiple}
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file chosen twice must arrive twice.
          event.target.value = ''
          hand(files)
        }}
      />
    </div>
  )
}
