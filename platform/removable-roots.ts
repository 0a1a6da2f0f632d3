import { readdir } from 'node:fs/promises'
import { basename, join, win32 } from 'node:path'
import { type LabelledLetter, removableLetters } from './removable-letters.ts'

/** Where a removable drive is mounted, and what people call it: its label, or its letter. */
export type RemovableRoot = { readonly path: string; readonly name: string }

async function namesIn(folder: string): Promise<readonly string[]> {
  // A stick that was pulled out meanwhile has nothing in it.
  return readdir(folder).catch(() => [])
}

function named(path: string): RemovableRoot {
  return { path, name: basename(path) }
}

/**
 * Where removable drives are mounted: below /media and /run/media on Linux, /Volumes on a Mac, the letters Windows calls removable.
 * Folders of people below /media stand among them.
 * @example await removableRoots('linux') // [{ path: '/media/zhou/USB', name: 'USB' }]
 */
export async function removableRoots(
  platform: NodeJS.Platform,
  letters: () => Promise<readonly LabelledLetter[]> = removableLetters,
): Promise<readonly RemovableRoot[]> {
  if (platform === 'win32') {
    return (await letters()).map(({ letter, label }) => ({
      path: win32.join(letter, '\\'),
      name: label === '' ? letter : `${label} (${letter})`,
    }))
  }
  if (platform === 'darwin') {
    return (await namesIn('/Volumes')).map((name) => named(join('/Volumes', name)))
  }
  const people = ['/media', '/run/media']
  const below = await Promise.all(
    people.map(async (root) => (await namesIn(root)).map((name) => join(root, name))),
  )
  const mounted = await Promise.all(
    below.flat().map(async (folder) => (await namesIn(folder)).map((name) => join(folder, name))),
  )
  // Older systems mount at /media/USB itself.
  return [...mounted.flat(), ...below.flat()].map(named)
}
