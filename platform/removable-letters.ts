import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A slow computer takes seconds to start it; longer, and the person believes nothing happens. */
const MOST_MS = 15_000

// Labels are Chinese here: without it they come in the code page of the console.
const ASK =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ' +
  "[IO.DriveInfo]::GetDrives() | Where-Object { $_.DriveType -eq 'Removable' -and $_.IsReady } | " +
  'ForEach-Object { $_.Name + [char]9 + $_.VolumeLabel }'

/** A drive letter with the label people gave the drive; empty when they gave none. */
export type LabelledLetter = { readonly letter: string; readonly label: string }

/**
 * Drive letters Windows calls removable, with their labels, read from what its list of drives says: a letter above C may as well be a
 * second fixed disk, full of this office's own pictures. A hard disk on a cable counts as fixed there.
 * @example labelledLettersIn('E:\\\t张伟的U盘\r\n') // [{ letter: 'E:', label: '张伟的U盘' }]
 */
export function labelledLettersIn(said: string): readonly LabelledLetter[] {
  return said.split(/\r?\n/).flatMap((line) => {
    const [name = '', label = ''] = line.split('\t')
    const found = /^([A-Z]:)\\?$/i.exec(name.trim())?.[1]
    return found === undefined ? [] : [{ letter: found.toUpperCase(), label: label.trim() }]
  })
}

/**
 * Asks Windows for the letters of its removable drives; none where it may not be asked, and a file chosen by hand is the way then.
 * @example await removableLetters() // [{ letter: 'E:', label: '张伟的U盘' }]
 */
export async function removableLetters(): Promise<readonly LabelledLetter[]> {
  try {
    // By its whole name: a program of that name in the folder we were started from must not be the one.
    const system = process.env['SystemRoot'] ?? 'C:\\Windows'
    const shell = win32.join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
    const { stdout } = await run(shell, ['-NoProfile', '-NonInteractive', '-Command', ASK], {
      timeout: MOST_MS,
      windowsHide: true,
    })
    return labelledLettersIn(stdout)
  } catch {
    return []
  }
}
