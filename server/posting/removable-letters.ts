import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A slow computer takes seconds to start it; longer, and the person believes nothing happens. */
const MOST_MS = 15_000

const ASK =
  "[IO.DriveInfo]::GetDrives() | Where-Object { $_.DriveType -eq 'Removable' } | ForEach-Object { $_.Name }"

/**
 * Drive letters Windows calls removable, read from what its list of drives says: a letter above C may as well be a second fixed
 * disk, full of this office's own pictures. A hard disk on a cable counts as fixed there.
 * @example lettersIn('E:\\\r\n') // ['E:']
 */
export function lettersIn(said: string): readonly string[] {
  return said.split(/\r?\n/).flatMap((line) => {
    const found = /^([A-Z]:)\\?$/i.exec(line.trim())?.[1]
    return found === undefined ? [] : [found.toUpperCase()]
  })
}

/**
 * Asks Windows for the letters of its removable drives; none where it may not be asked, and a file chosen by hand is the way then.
 * @example await removableLetters() // ['E:']
 */
export async function removableLetters(): Promise<readonly string[]> {
  try {
    // By its whole name: a program of that name in the folder we were started from must not be the one.
    const system = process.env['SystemRoot'] ?? 'C:\\Windows'
    const shell = win32.join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
    const { stdout } = await run(shell, ['-NoProfile', '-NonInteractive', '-Command', ASK], {
      timeout: MOST_MS,
      windowsHide: true,
    })
    return lettersIn(stdout)
  } catch {
    return []
  }
}
