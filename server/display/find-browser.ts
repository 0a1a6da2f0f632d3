import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    )
    return roots.flatMap((root) => [
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ])
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return LINUX.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)))
}

/**
 * Finds an installed Chrome, Edge or Chromium; `BOARD_CHROMIUM` names one by hand. Null when there is none.
 * @example findBrowser(process.env, 'linux') // '/usr/bin/chromium'
 */
export function findBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const named = env['BOARD_CHROMIUM']
  for (const path of named ? [named] : candidates(env, platform)) {
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not this one; the caller hears null when none of them is there.
    }
  }
  return null
}
