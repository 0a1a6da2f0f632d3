import { FilesDrop } from './files-drop.tsx'

type Props = {
  readonly label: string
  readonly hint: string
  readonly accept: string
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** A place to drop a file, with a button for those who do not drag. */
export function FileDrop({ onFile, ...rest }: Props) {
  return (
    <FilesDrop
      {...rest}
      multiple={false}
      onFiles={([file]) => {
        if (file !== undefined) onFile(file)
      }}
    />
  )
}
